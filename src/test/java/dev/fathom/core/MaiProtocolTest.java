package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaiProtocolTest {
    private final Protocol mai = new MaiProtocol();

    /** pred = 3 + sin(.7i + .3j) + .1j and gt = 3.2 + .8 cos(.5i - .2j) + .05i, invalid where (7i + 3j) % 11 == 0. */
    private static DepthMap formula(boolean truth) {
        float[] metres = new float[12 * 16];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 16; j++) {
                double value = truth
                        ? 3.2 + 0.8 * Math.cos(0.5 * i - 0.2 * j) + 0.05 * i
                        : 3 + Math.sin(0.7 * i + 0.3 * j) + 0.1 * j;
                metres[i * 16 + j] = truth && (7 * i + 3 * j) % 11 == 0 ? 0f : (float) value;
            }
        }
        return DepthMap.ofPositive(16, 12, metres);
    }

    @Test
    void theChallengesEvaluationGivesTheseNumbers() {
        DepthMetrics m = mai.measure(formula(false), formula(true));
        assertEquals(174, m.pixels());
        assertEquals(0.8187043, m.rmse(), 1e-6);
        assertEquals(0.2183249, m.siRmse(), 1e-6);
        assertEquals(0.0818485, m.log10(), 1e-6);
        assertEquals(0.2016190, m.absRel(), 1e-6);
    }

    @Test
    void aConstantFactorCostsNoScaleInvariantError() {
        DepthMap truth = DepthMap.ofPositive(2, 1, new float[] {1f, 4f});
        DepthMetrics m = mai.measure(DepthMap.ofPositive(2, 1, new float[] {2f, 8f}), truth);
        assertEquals(0, m.siRmse(), 1e-7);
        assertEquals(1, m.absRel(), 1e-7);
        assertEquals(Math.sqrt((1 + 16) / 2.0), m.rmse(), 1e-6);
    }

    @Test
    void anInvalidPredictionCountsAsOneMillimetreInsteadOfBeingLeftOut() {
        DepthMap truth = DepthMap.ofPositive(1, 1, new float[] {2f});
        DepthMetrics m = mai.measure(DepthMap.ofPositive(1, 1, new float[] {Float.NaN}), truth);
        assertEquals(1, m.pixels());
        assertEquals(1.999, m.rmse(), 1e-6);
    }

    @Test
    void anImageWithoutTruthIsLeftOutOfTheMean() {
        DepthMap one = DepthMap.ofPositive(1, 1, new float[] {2f});
        DepthMetrics nothing = mai.measure(one, DepthMap.ofPositive(1, 1, new float[] {0f}));
        assertTrue(Double.isNaN(nothing.rmse()));
        DepthMetrics half = mai.measure(DepthMap.ofPositive(1, 1, new float[] {1f}), one);
        assertEquals(half, DepthMetrics.mean(List.of(nothing, half)));
    }

    @Test
    void mapsOfDifferentSizeAreNotScored() {
        DepthMap truth = DepthMap.ofPositive(2, 1, new float[] {1f, 1f});
        DepthMap prediction = DepthMap.ofPositive(1, 2, new float[] {1f, 1f});
        assertThrows(IllegalArgumentException.class, () -> mai.measure(prediction, truth));
    }
}

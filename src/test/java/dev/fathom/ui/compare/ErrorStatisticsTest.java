package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import org.junit.jupiter.api.Test;

class ErrorStatisticsTest {
    private static DepthMap map(float... metres) {
        return DepthMap.ofPositive(metres.length, 1, metres);
    }

    @Test
    void errorsFallIntoEqualBinsAndBeyondIntoTheOuterOnes() {
        // Bins of 2 / 41 m from -1 to 1: the error 0 is in bin 20, 0.5 in bin 30 (1.5 / 2 * 41 = 30.75).
        DepthMap truth = map(2, 2, 2, 2, 0);
        DepthMap prediction = map(2, 2.5f, 9, 0.5f, 3);
        ErrorStatistics counted = ErrorStatistics.of(prediction, truth, 1, 0, 10);
        double[] expected = new double[ErrorStatistics.BINS];
        expected[20] = 0.25;
        expected[30] = 0.25;
        expected[40] = 0.25;
        expected[0] = 0.25;
        assertArrayEquals(expected, counted.histogram());
        assertEquals(4, counted.pixels());
        assertEquals((0 + 0.5 + 7 - 1.5) / 4, counted.mean(), 1e-6);
        assertEquals((0 + 0.5 + 7 + 1.5) / 4, counted.meanAbsolute(), 1e-6);
    }

    @Test
    void eachBandHasThePercentilesOfItsPixels() {
        // 21 pixels at 3.5 m with errors 0, 0.1 ... 2.0 m, in the fourth of twelve bands from 0 to 12 m.
        float[] truth = new float[23];
        float[] prediction = new float[23];
        for (int i = 0; i < 21; i++) {
            truth[i] = 3.5f;
            prediction[i] = 3.5f + (i % 2 == 0 ? 0.1f : -0.1f) * i;
        }
        truth[21] = 7;
        prediction[21] = 8;
        truth[22] = 40;
        prediction[22] = 41;
        ErrorStatistics counted = ErrorStatistics.of(map(prediction), map(truth), 1, 0, 12);
        assertEquals(1, counted.bands().size(), "two pixels alone make no band");
        ErrorStatistics.Band band = counted.bands().get(0);
        assertEquals(3, band.near(), 1e-9);
        assertEquals(4, band.far(), 1e-9);
        assertEquals(0.2, band.low(), 1e-5);
        assertEquals(1.0, band.median(), 1e-5);
        assertEquals(1.8, band.high(), 1e-5);
    }

    @Test
    void theErrorsReachAsFarAsAllButTwoOfAHundred() {
        // 101 errors 0, 0.01 ... 1 m with alternating signs: 98 % of the way is 0.98 m.
        float[] truth = new float[102];
        float[] prediction = new float[102];
        for (int i = 0; i < 101; i++) {
            truth[i] = 3;
            prediction[i] = 3 + (i % 2 == 0 ? 0.01f : -0.01f) * i;
        }
        prediction[101] = 50;
        assertEquals(0.98, ErrorStatistics.reach(map(prediction), map(truth)), 1e-5);
        assertEquals(0, ErrorStatistics.reach(map(1), map(0)));
    }

    @Test
    void withoutAPixelThereIsNoNumber() {
        ErrorStatistics counted = ErrorStatistics.of(map(1), map(0), 1, 0, 10);
        assertEquals(0, counted.pixels());
        assertTrue(Double.isNaN(counted.meanAbsolute()));
        assertTrue(counted.bands().isEmpty());
    }
}

package dev.fathom.training.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BerhuLossTest {
    private static final Shape MAP = new Shape(1, 1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH);

    private static DepthGrid prediction() {
        return new DepthGrid(1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, GoldenMaps.prediction());
    }

    @Test
    void hasTheValueOfTheFormula() {
        double value = GoldenMaps.evaluate(new BerhuLoss(), GoldenMaps.prediction(), GoldenMaps.truth())
                .value();
        assertEquals(1.100205540, value, 0.6e-7);
    }

    /** Errors 1, 5 and -10 with c = 2: 1, 29 / 4 and 104 / 4. */
    @Test
    void itIsLinearBelowAFifthOfTheLargestErrorAndSquareAbove() {
        Truth truth = new Truth(1, 1, 3, new float[] {1, 1, 11}, new float[] {1, 1, 1});
        double[] p = {2, 6, 1};
        double value = GoldenMaps.evaluate(new BerhuLoss(), p, new Shape(1, 1, 1, 3), truth)
                .value();
        assertEquals((1 + 29 / 4.0 + 26) / 3, value, 1e-9);
    }

    @Test
    void theGradientTakesTheThresholdAsAConstant() {
        BerhuLoss.Above fixed = BerhuLoss.above(prediction(), GoldenMaps.truth());
        assertTrue(GoldenMaps.gradientError(fixed, GoldenMaps.prediction(), MAP, GoldenMaps.truth()) < 1e-6);
        double[] expected = GoldenMaps.evaluate(fixed, GoldenMaps.prediction(), GoldenMaps.truth())
                .gradient();
        double[] found = GoldenMaps.evaluate(new BerhuLoss(), GoldenMaps.prediction(), GoldenMaps.truth())
                .gradient();
        assertTrue(Arrays.equals(expected, found));
    }

    @Test
    void nothingIsNaN() {
        GoldenMaps.Evaluated blank = GoldenMaps.evaluate(new BerhuLoss(), GoldenMaps.prediction(), GoldenMaps.blank());
        assertEquals(0, blank.value());
        assertTrue(Arrays.stream(blank.gradient()).allMatch(g -> g == 0));
        double[] exact = new double[GoldenMaps.HEIGHT * GoldenMaps.WIDTH];
        Truth truth = GoldenMaps.truth();
        for (int k = 0; k < exact.length; k++) {
            exact[k] = truth.metres()[k];
        }
        GoldenMaps.Evaluated same = GoldenMaps.evaluate(new BerhuLoss(), exact, truth);
        assertEquals(0, same.value());
        assertTrue(Arrays.stream(same.gradient()).allMatch(Double::isFinite));
    }
}

package dev.fathom.training.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GradientMatchingLossTest {
    private static final Shape MAP = new Shape(1, 1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH);

    @ParameterizedTest
    @CsvSource({"DEPTH, 4.1544981", "LOG, 1.1865427"})
    void hasTheValueOfMiDaS(GradientMatchingLoss.Variant variant, double golden) {
        double value = GoldenMaps.evaluate(
                        new GradientMatchingLoss(variant), GoldenMaps.prediction(), GoldenMaps.truth())
                .value();
        assertEquals(golden, value, 5e-7, "the official code computes in float32");
    }

    /** One row of 1, 3 against a truth of 2, 2: the difference is 2, W is exp(0), and 2 cells are valid. */
    @Test
    void edgeWeightsLetThePredictionBendWhereTheTruthDoes() {
        Truth flat = new Truth(1, 1, 2, new float[] {2, 2}, new float[] {1, 1});
        Truth edge = new Truth(1, 1, 2, new float[] {2, 5}, new float[] {1, 1});
        GradientMatchingLoss loss = new GradientMatchingLoss(GradientMatchingLoss.Variant.EDGE_WEIGHTED);
        double[] p = {1, 3};
        Shape row = new Shape(1, 1, 1, 2);
        assertEquals(1, GoldenMaps.evaluate(loss, p, row, flat).value(), 1e-12);
        assertEquals(Math.exp(-3), GoldenMaps.evaluate(loss, p, row, edge).value(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void gradientAgreesWithFiniteDifferences(GradientMatchingLoss.Variant variant) {
        DepthLoss loss = new GradientMatchingLoss(variant);
        assertTrue(GoldenMaps.gradientError(loss, GoldenMaps.prediction(), MAP, GoldenMaps.truth()) < 1e-6);
        double[] coarse = Arrays.copyOf(GoldenMaps.prediction(), 5 * 8);
        assertTrue(GoldenMaps.gradientError(loss, coarse, new Shape(1, 1, 5, 8), GoldenMaps.truth()) < 1e-6);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsNaN(GradientMatchingLoss.Variant variant) {
        DepthLoss loss = new GradientMatchingLoss(variant);
        double[] zeros = new double[GoldenMaps.prediction().length];
        GoldenMaps.Evaluated blank = GoldenMaps.evaluate(loss, GoldenMaps.prediction(), GoldenMaps.blank());
        GoldenMaps.Evaluated zero = GoldenMaps.evaluate(loss, zeros, GoldenMaps.truth());
        assertEquals(0, blank.value());
        assertTrue(Arrays.stream(blank.gradient()).allMatch(g -> g == 0));
        assertTrue(Double.isFinite(zero.value()));
        assertTrue(Arrays.stream(zero.gradient()).allMatch(Double::isFinite));
    }
}

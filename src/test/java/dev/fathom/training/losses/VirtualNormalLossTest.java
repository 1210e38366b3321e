package dev.fathom.training.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VirtualNormalLossTest {
    private static final int SIZE = GoldenMaps.HEIGHT * GoldenMaps.WIDTH;
    private static final Shape MAP = new Shape(1, 1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH);

    /** Triplets of which LiteDepth's code keeps 48 and the original 33. */
    private static int[][] triplets() {
        int[][] all = new int[115][];
        Arrays.setAll(all, k -> new int[] {(5 * k + 1) % SIZE, (11 * k + 3) % SIZE, (23 * k + 7) % SIZE});
        return all;
    }

    @ParameterizedTest
    @CsvSource({"FILTER_PREDICTION, 0.25, 1.0715672", "FILTER_PREDICTION, 0, 0.8036754", "FILTER_TRUTH, 0.25, 1.2015164"
    })
    void hasTheValueOfTheOfficialCodes(VirtualNormalLoss.Variant variant, double dropped, double golden) {
        DepthGrid p = new DepthGrid(1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, GoldenMaps.prediction());
        FocalLengths camera = FocalLengths.kinect(GoldenMaps.HEIGHT, GoldenMaps.WIDTH);
        double value = new VirtualNormalLoss(variant, 0.15, dropped)
                .evaluate(p, GoldenMaps.truth(), camera, triplets(), new double[SIZE]);
        assertEquals(golden, value, 2e-7);
    }

    @ParameterizedTest
    @EnumSource
    void gradientAgreesWithFiniteDifferences(VirtualNormalLoss.Variant variant) {
        DepthLoss loss = new VirtualNormalLoss(variant, 0.6, 0.25);
        double error = GoldenMaps.gradientError(loss, GoldenMaps.prediction(), MAP, GoldenMaps.truth());
        assertTrue(error < 1e-6, "relative error " + error);
    }

    /** A plane in space has one normal everywhere, whatever the triplets: a wall seen at another distance agrees. */
    @ParameterizedTest
    @EnumSource
    void parallelWallsAgree(VirtualNormalLoss.Variant variant) {
        double[] near = new double[SIZE];
        float[] far = new float[SIZE];
        float[] mask = new float[SIZE];
        Arrays.fill(near, 2);
        Arrays.fill(far, 3);
        Arrays.fill(mask, 1);
        Truth truth = new Truth(1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, far, mask);
        GoldenMaps.Evaluated result = GoldenMaps.evaluate(new VirtualNormalLoss(variant, 0.6, 0), near, truth);
        assertEquals(0, result.value(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsNaN(VirtualNormalLoss.Variant variant) {
        DepthLoss loss = new VirtualNormalLoss(variant, 0.6, 0.25);
        GoldenMaps.Evaluated blank = GoldenMaps.evaluate(loss, GoldenMaps.prediction(), GoldenMaps.blank());
        GoldenMaps.Evaluated zero = GoldenMaps.evaluate(loss, new double[SIZE], GoldenMaps.truth());
        assertEquals(0, blank.value());
        assertTrue(Arrays.stream(blank.gradient()).allMatch(g -> g == 0));
        assertTrue(Double.isFinite(zero.value()));
        assertTrue(Arrays.stream(zero.gradient()).allMatch(Double::isFinite));
    }

    @Test
    void theSameSeedDrawsTheSameTriplets() {
        DepthLoss loss = VirtualNormalLoss.LITEDEPTH;
        GoldenMaps.Evaluated once = GoldenMaps.evaluate(loss, GoldenMaps.prediction(), GoldenMaps.truth());
        GoldenMaps.Evaluated again = GoldenMaps.evaluate(loss, GoldenMaps.prediction(), GoldenMaps.truth());
        assertEquals(once.value(), again.value());
        assertArrayEquals(once.gradient(), again.gradient());
        assertTrue(once.value() > 0);
    }
}

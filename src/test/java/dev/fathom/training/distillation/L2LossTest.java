package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.training.distillation.FeatureSteps.Map4;
import dev.fathom.training.losses.GoldenMaps;
import dev.fathom.training.losses.Truth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class L2LossTest {
    private static final L2Loss MASKED = new L2Loss(L2Loss.Variant.MASKED, FeatureSteps.PAIR);
    private static final L2Loss FULL = new L2Loss(L2Loss.Variant.FULL, FeatureSteps.PAIR);

    @Test
    void itIsTheMeanOverChannelsAndPlacesAndOverValidOnesIfMasked() {
        // Squares 1, 4, 9 in the first channel and 0, 1, 0 in the second; the second place is invalid.
        Map4 s = new Map4(new double[] {1, 2, 3, 0, 1, 0}, 1, 2, 1, 3);
        Map4 t = new Map4(new double[6], 1, 2, 1, 3);
        Truth truth = new Truth(1, 1, 3, new float[] {1, 0, 1}, new float[] {1, 0, 1});
        assertEquals(15 / 6.0, FeatureSteps.evaluate(FULL, s, t, truth).value(), 1e-12);
        assertEquals(10 / 4.0, FeatureSteps.evaluate(MASKED, s, t, truth).value(), 1e-12);
    }

    @Test
    void gradientsOfFeaturesAgreeWithFiniteDifferences() {
        Map4 t = FeatureSteps.teacher(6);
        assertTrue(FeatureSteps.gradientError(MASKED, FeatureSteps.student(6), t, GoldenMaps.truth()) < 1e-6);
        assertTrue(FeatureSteps.gradientError(FULL, FeatureSteps.student(6), t, GoldenMaps.truth()) < 1e-6);
    }

    @Test
    void gradientsOfFeaturesAndAdapterAgreeWithFiniteDifferences() {
        L2Loss adapted = new L2Loss(L2Loss.Variant.MASKED, adapted(6, 8));
        double error = FeatureSteps.gradientError(
                adapted, FeatureSteps.student(6), FeatureSteps.teacher(8), GoldenMaps.truth());
        assertTrue(error < 1e-6, "relative error " + error);
    }

    @Test
    void theLargerMapIsAveragedDownToTheSmaller() {
        Map4 s = new Map4(new double[] {1, 3, 5, 7, 2, 2, 2, 2}, 1, 1, 2, 4);
        Map4 t = new Map4(new double[] {1, 4}, 1, 1, 1, 2);
        Truth truth = new Truth(1, 2, 4, new float[8], new float[8]);
        // Blocks average to 2 and 4.
        assertEquals(.5, FeatureSteps.evaluate(FULL, s, t, truth).value(), 1e-12);
        Map4 large = FeatureSteps.any(1, 2, 3, 7, 9);
        Map4 small = FeatureSteps.any(2, 2, 3, 4, 5);
        Truth two = new Truth(2, 7, 9, new float[126], new float[126]);
        assertTrue(FeatureSteps.gradientError(FULL, large, small, two) < 1e-6);
    }

    static List<FeaturePair> adapted(int from, int to) {
        return List.of(new FeaturePair("s", "t", 1, Optional.of(new Adapter("adapter0", from, to, 5))));
    }
}

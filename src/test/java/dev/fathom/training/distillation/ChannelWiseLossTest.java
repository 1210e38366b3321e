package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.training.distillation.FeatureSteps.Map4;
import dev.fathom.training.losses.GoldenMaps;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelWiseLossTest {
    private static final ChannelWiseLoss MASKED =
            new ChannelWiseLoss(ChannelWiseLoss.Variant.MASKED, 4, FeatureSteps.PAIR);
    private static final ChannelWiseLoss FULL = new ChannelWiseLoss(ChannelWiseLoss.Variant.FULL, 4, FeatureSteps.PAIR);
    private static final Map4 STUDENT = FeatureSteps.student(6);

    @Test
    void hasTheValuesOfTheOfficialCode() {
        // In float64; float32 gives .07840007 and .07774527.
        Map4 teacher = FeatureSteps.teacher(6);
        assertEquals(
                0.07840009293855575,
                FeatureSteps.evaluate(MASKED, STUDENT, teacher, GoldenMaps.truth())
                        .value(),
                1e-12);
        assertEquals(
                0.07774519211330569,
                FeatureSteps.evaluate(FULL, STUDENT, teacher, GoldenMaps.truth())
                        .value(),
                1e-12);
    }

    @Test
    void gradientsOfFeaturesAndAdapterAgreeWithFiniteDifferences() {
        for (ChannelWiseLoss loss : List.of(MASKED, FULL)) {
            assertTrue(FeatureSteps.gradientError(loss, STUDENT, FeatureSteps.teacher(6), GoldenMaps.truth()) < 1e-6);
        }
        ChannelWiseLoss adapted = new ChannelWiseLoss(ChannelWiseLoss.Variant.MASKED, 4, L2LossTest.adapted(6, 8));
        assertTrue(FeatureSteps.gradientError(adapted, STUDENT, FeatureSteps.teacher(8), GoldenMaps.truth()) < 1e-6);
    }
}

package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.training.distillation.FeatureSteps.Map4;
import dev.fathom.training.losses.GoldenMaps;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairwiseLossTest {
    private static final int PLACES = GoldenMaps.HEIGHT * GoldenMaps.WIDTH;
    private static final PairwiseLoss LIU = loss(PairwiseLoss.Variant.LIU, 0);
    private static final PairwiseLoss WANG = loss(PairwiseLoss.Variant.AS_PUBLISHED, 0);
    private static final Map4 STUDENT = FeatureSteps.student(6);
    private static final Map4 TEACHER = FeatureSteps.teacher(8);

    private static PairwiseLoss loss(PairwiseLoss.Variant variant, double poolScale) {
        return new PairwiseLoss(variant, poolScale, FeatureSteps.PAIR);
    }

    private static double value(PairwiseLoss loss) {
        return FeatureSteps.evaluate(loss, STUDENT, TEACHER, GoldenMaps.truth()).value();
    }

    @Test
    void hasTheValuesOfLiusCodeWithAndWithoutPooling() {
        assertEquals(.25745004, value(LIU), 5e-8);
        assertEquals(.00019941, value(loss(PairwiseLoss.Variant.LIU, .5)), 5e-9);
    }

    @Test
    void wangDividesByThePlacesOnce() {
        assertEquals(.2574500603 * PLACES, value(WANG), 1e-7);
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        PairwiseLoss pooled = loss(PairwiseLoss.Variant.AS_PUBLISHED, .25);
        assertTrue(FeatureSteps.gradientError(WANG, STUDENT, TEACHER, GoldenMaps.truth()) < 1e-6);
        assertTrue(FeatureSteps.gradientError(pooled, STUDENT, TEACHER, GoldenMaps.truth()) < 1e-6);
    }

    @Test
    void liusGradientTakesLengthsAsConstants() {
        // Without its part along the feature vectors it is the gradient of the formula.
        double[] liu = gradient(LIU);
        double[] wang = gradient(WANG);
        double[] expected = new double[liu.length];
        for (int place = 0; place < PLACES; place++) {
            double along = 0;
            double square = 0;
            for (int k = place; k < liu.length; k += PLACES) {
                along += liu[k] * STUDENT.values()[k];
                square += STUDENT.values()[k] * STUDENT.values()[k];
            }
            for (int k = place; k < liu.length; k += PLACES) {
                expected[k] = PLACES * (liu[k] - along / square * STUDENT.values()[k]);
            }
        }
        assertArrayEquals(expected, wang, 1e-9);
        double along = IntStream.range(0, liu.length)
                .mapToDouble(k -> liu[k] * STUDENT.values()[k])
                .sum();
        assertTrue(Math.abs(along) > 1e-4, "along the vectors " + along);
    }

    private static double[] gradient(PairwiseLoss loss) {
        return FeatureSteps.evaluate(loss, STUDENT, TEACHER, GoldenMaps.truth()).gradient();
    }
}

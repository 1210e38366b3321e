package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.training.distillation.FeatureSteps.Map4;
import dev.fathom.training.losses.GoldenMaps;
import dev.fathom.training.losses.Truth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructureAwareLossTest {
    private static final StructureAwareLoss CODED = loss(StructureAwareLoss.Variant.AS_CODED, 784);
    private static final StructureAwareLoss PUBLISHED = loss(StructureAwareLoss.Variant.AS_PUBLISHED, 784);
    private static final Map4 STUDENT = FeatureSteps.student(6);
    private static final Map4 TEACHER = FeatureSteps.teacher(8);

    private static StructureAwareLoss loss(StructureAwareLoss.Variant variant, int maxPlaces) {
        return new StructureAwareLoss(variant, FeatureSteps.PAIR, maxPlaces);
    }

    private static double value(StructureAwareLoss loss, Map4 s, Map4 t, Truth truth) {
        return FeatureSteps.evaluate(loss, s, t, truth).value();
    }

    @Test
    void maskedFormHasTheValueOfTheOfficialCode() {
        assertEquals(.2714323483, value(CODED, STUDENT, TEACHER, GoldenMaps.truth()), 1e-10);
    }

    @Test
    void overAllPlacesItIsLiusUnpooledForm() {
        assertEquals(.2574500603, value(CODED, STUDENT, TEACHER, FeatureSteps.whole()), 1e-10);
    }

    @Test
    void anImageWithoutLabelsIsComparedAtAllPlaces() {
        assertEquals(.2574500603, value(CODED, STUDENT, TEACHER, GoldenMaps.blank()), 1e-10);
    }

    @Test
    void publishedFormIsTheMeanAbsoluteDifferenceOfTheAffinities() {
        // Two places with the student's vectors (1, 1) and (0, 0): affinities 1, 0, 0, 0. The teacher's are all 1.
        Map4 s = new Map4(new double[] {1, 0, 1, 0}, 1, 2, 1, 2);
        Map4 t = new Map4(new double[] {1, 1, 0, 0}, 1, 2, 1, 2);
        Truth truth = new Truth(1, 1, 2, new float[] {1, 1}, new float[] {1, 1});
        assertEquals(.75, value(PUBLISHED, s, t, truth), 1e-12);
    }

    @Test
    void publishedFormPoolsWhatHasTooManyPlaces() {
        // Blocks of 2x2 are constant, so averaging them changes nothing but the number of places.
        double[] coarse = {1, 2, 0, -1, 1, 1};
        double[] fine = new double[24];
        for (int k = 0; k < fine.length; k++) {
            fine[k] = coarse[k / 12 * 3 + k % 6 / 2];
        }
        Map4 small = new Map4(coarse, 1, 2, 1, 3);
        Map4 large = new Map4(fine, 1, 2, 2, 6);
        Map4 t = new Map4(new double[] {1, 0, 1}, 1, 1, 1, 3);
        Map4 tLarge = new Map4(new double[] {1, 1, 0, 0, 1, 1, 1, 1, 0, 0, 1, 1}, 1, 1, 2, 6);
        StructureAwareLoss pooling = loss(StructureAwareLoss.Variant.AS_PUBLISHED, 11);
        assertEquals(Optional.of("1x3"), pooling.pooledTo(2, 6));
        assertEquals(
                value(PUBLISHED, small, t, new Truth(1, 1, 3, new float[3], new float[3])),
                value(pooling, large, tLarge, new Truth(1, 2, 6, new float[12], new float[12])),
                1e-12);
        assertEquals(Optional.of("16x20"), PUBLISHED.pooledTo(32, 40));
        assertEquals(Optional.empty(), PUBLISHED.pooledTo(28, 28));
        assertEquals(Optional.empty(), CODED.pooledTo(480, 640));
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        assertTrue(FeatureSteps.gradientError(CODED, STUDENT, TEACHER, GoldenMaps.truth()) < 1e-6);
        assertTrue(FeatureSteps.gradientError(PUBLISHED, STUDENT, TEACHER, GoldenMaps.truth()) < 1e-6);
    }

    @Test
    void bothWaysOfAddingTheSquaresAgree() {
        // More channels than places take the direct way; repeating channels leaves the affinities as they are.
        double[] wide = new double[50 * STUDENT.values().length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = STUDENT.values()[i % STUDENT.values().length];
        }
        Map4 repeated = new Map4(wide, 1, 300, GoldenMaps.HEIGHT, GoldenMaps.WIDTH);
        assertEquals(
                value(CODED, STUDENT, TEACHER, GoldenMaps.truth()),
                value(CODED, repeated, TEACHER, GoldenMaps.truth()),
                1e-12);
    }
}

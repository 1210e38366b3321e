package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.training.distillation.FeatureSteps.Map4;
import dev.fathom.training.losses.GoldenMaps;
import dev.fathom.training.losses.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all strategies on features have in common. */
class FeatureLossTest {

    static Stream<FeatureLoss> losses() {
        List<FeaturePair> pair = FeatureSteps.PAIR;
        return Stream.of(
                new StructureAwareLoss(StructureAwareLoss.Variant.AS_CODED, pair, 784),
                new StructureAwareLoss(StructureAwareLoss.Variant.AS_PUBLISHED, pair, 784),
                new PairwiseLoss(PairwiseLoss.Variant.LIU, .5, pair),
                new PairwiseLoss(PairwiseLoss.Variant.AS_PUBLISHED, 0, pair),
                new L2Loss(L2Loss.Variant.MASKED, pair),
                new L2Loss(L2Loss.Variant.FULL, pair),
                new ChannelWiseLoss(ChannelWiseLoss.Variant.MASKED, 4, pair),
                new ChannelWiseLoss(ChannelWiseLoss.Variant.FULL, 4, pair));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void withoutLabelsAndOnEqualOrZeroFeaturesNothingIsNaN(FeatureLoss loss) {
        Map4 student = FeatureSteps.student(6);
        Map4 teacher = FeatureSteps.teacher(6);
        double[] ones = new double[student.values().length];
        Arrays.fill(ones, 1);
        for (Truth truth : List.of(GoldenMaps.truth(), GoldenMaps.blank())) {
            assertTrue(FeatureSteps.evaluate(loss, student, teacher, truth).isFinite());
            assertTrue(FeatureSteps.evaluate(loss, student.with(ones), teacher.with(ones), truth)
                    .isFinite());
            assertTrue(FeatureSteps.evaluate(loss, student.with(new double[ones.length]), teacher, truth)
                    .isFinite());
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aStudentThatIsTheTeacherHasNothingToLearn(FeatureLoss loss) {
        Map4 student = FeatureSteps.student(6);
        FeatureSteps.Evaluated same = FeatureSteps.evaluate(loss, student, student, GoldenMaps.truth());
        assertEquals(0, same.value(), 1e-12);
        assertTrue(Arrays.stream(same.gradient()).allMatch(g -> Math.abs(g) < 1e-12));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aBatchIsTheMeanOfItsImages(FeatureLoss loss) {
        // Both images are valid everywhere, so that each place of the batch counts the same.
        Map4 s = FeatureSteps.any(1, 2, 3, 4, 6);
        Map4 t = FeatureSteps.any(9, 2, 3, 4, 6);
        float[] ones = new float[48];
        Arrays.fill(ones, 1);
        double both = FeatureSteps.evaluate(loss, s, t, new Truth(2, 4, 6, ones, ones))
                .value();
        double sum = 0;
        for (int image = 0; image < 2; image++) {
            Map4 s1 = new Map4(Arrays.copyOfRange(s.values(), 72 * image, 72 * image + 72), 1, 3, 4, 6);
            Map4 t1 = new Map4(Arrays.copyOfRange(t.values(), 72 * image, 72 * image + 72), 1, 3, 4, 6);
            sum += FeatureSteps.evaluate(loss, s1, t1, new Truth(1, 4, 6, ones, ones))
                    .value();
        }
        assertEquals(sum / 2, both, 1e-12);
    }

    @Test
    void pairsAddUpWithTheirWeights() {
        Map4 s = FeatureSteps.student(6);
        Map4 t = FeatureSteps.teacher(6);
        double one = FeatureSteps.evaluate(new L2Loss(L2Loss.Variant.FULL, FeatureSteps.PAIR), s, t, GoldenMaps.truth())
                .value();
        List<FeaturePair> two = List.of(new FeaturePair("s", "t", 2), new FeaturePair("s", "t", .5));
        double both = FeatureSteps.evaluate(new L2Loss(L2Loss.Variant.FULL, two), s, t, GoldenMaps.truth())
                .value();
        assertEquals(2.5 * one, both, 1e-12);
    }

    @Test
    void anAdapterBeginsWithinTheBoundOfPyTorchAndFromItsSeedAlone() {
        Map<String, double[]> first = new Adapter("adapter0", 16, 24, 7).parameters();
        double[] weight = first.get("adapter0.weight");
        assertEquals(16 * 24, weight.length);
        assertTrue(Arrays.stream(weight).allMatch(w -> Math.abs(w) < .25));
        assertTrue(Arrays.stream(weight).anyMatch(w -> Math.abs(w) > .24));
        assertArrayEquals(new double[24], first.get("adapter0.bias"));
        assertArrayEquals(
                weight, new Adapter("adapter0", 16, 24, 7).parameters().get("adapter0.weight"));
        assertTrue(weight[0] != new Adapter("adapter0", 16, 24, 8).parameters().get("adapter0.weight")[0]);
    }
}

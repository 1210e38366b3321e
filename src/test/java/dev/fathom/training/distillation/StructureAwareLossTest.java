package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.engine.Torch;
import dev.fathom.training.losses.GoldenMaps;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StructureAwareLossTest {
    private static final int PLACES = GoldenMaps.HEIGHT * GoldenMaps.WIDTH;
    private static final List<FeaturePair> PAIR = List.of(new FeaturePair("s", "t", 1));
    private static final StructureAwareLoss CODED = new StructureAwareLoss(StructureAwareLoss.Variant.AS_CODED, PAIR);
    private static final StructureAwareLoss PUBLISHED =
            new StructureAwareLoss(StructureAwareLoss.Variant.AS_PUBLISHED, PAIR);

    @Test
    void maskedFormHasTheValueOfTheOfficialCode() {
        assertEquals(
                .2714323483,
                evaluate(CODED, student(), teacher(), GoldenMaps.truth()).value(),
                1e-10);
    }

    @Test
    void overAllPlacesItIsLiusUnpooledForm() {
        assertEquals(.2574500603, evaluate(CODED, student(), teacher(), whole()).value(), 1e-10);
    }

    @Test
    void publishedFormIsTheMeanAbsoluteDifferenceOfTheAffinities() {
        // Two places with the student's vectors (1, 1) and (0, 0): affinities 1, 0, 0, 0. The teacher's are all 1.
        double[] s = {1, 0, 1, 0};
        double[] t = {1, 1, 0, 0};
        Truth truth = new Truth(1, 1, 2, new float[] {1, 1}, new float[] {1, 1});
        assertEquals(.75, evaluate(PUBLISHED, 2, 1, s, t, truth).value(), 1e-12);
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        assertTrue(gradientError(CODED) < 1e-6);
        assertTrue(gradientError(PUBLISHED) < 1e-6);
    }

    @Test
    void bothWaysOfAddingTheSquaresAgree() {
        // More channels than places take the direct way; repeating channels leaves the affinities as they are.
        double[] wide = new double[50 * student().length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = student()[i % student().length];
        }
        double narrow =
                evaluate(CODED, student(), teacher(), GoldenMaps.truth()).value();
        assertEquals(
                narrow, evaluate(CODED, wide, teacher(), GoldenMaps.truth()).value(), 1e-12);
    }

    @Test
    void withoutAValidPlaceAndOnZeroFeaturesNothingIsNaN() {
        Evaluated blank = evaluate(CODED, student(), teacher(), GoldenMaps.blank());
        assertEquals(0, blank.value());
        assertTrue(Arrays.stream(blank.gradient()).allMatch(g -> g == 0));
        for (StructureAwareLoss loss : List.of(CODED, PUBLISHED)) {
            Evaluated zero = evaluate(loss, new double[6 * PLACES], teacher(), GoldenMaps.truth());
            assertTrue(Double.isFinite(zero.value()));
            assertTrue(Arrays.stream(zero.gradient()).allMatch(Double::isFinite));
        }
    }

    private static double[] student() {
        double[] f = new double[6 * PLACES];
        for (int k = 0; k < f.length; k++) {
            int i = k % PLACES / GoldenMaps.WIDTH;
            int j = k % GoldenMaps.WIDTH;
            f[k] = Math.sin(.3 * (k / PLACES) + .2 * i + .5 * j);
        }
        return f;
    }

    private static double[] teacher() {
        double[] f = new double[8 * PLACES];
        for (int k = 0; k < f.length; k++) {
            int i = k % PLACES / GoldenMaps.WIDTH;
            int j = k % GoldenMaps.WIDTH;
            f[k] = Math.cos(.17 * (k / PLACES) * (i + 1) / 3 + .4 * j);
        }
        return f;
    }

    private static Truth whole() {
        float[] ones = new float[PLACES];
        Arrays.fill(ones, 1f);
        return new Truth(1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, ones, ones);
    }

    private record Evaluated(double value, double[] gradient) {}

    private static Evaluated evaluate(StructureAwareLoss loss, double[] s, double[] t, Truth truth) {
        return evaluate(loss, GoldenMaps.WIDTH, GoldenMaps.HEIGHT, s, t, truth);
    }

    private static Evaluated evaluate(
            StructureAwareLoss loss, int width, int height, double[] s, double[] t, Truth truth) {
        Torch.start(1);
        try (NDManager scope = Torch.newManager()) {
            long places = (long) width * height;
            NDArray student = scope.create(s, new Shape(1, s.length / places, height, width));
            NDArray teacher = scope.create(t, new Shape(1, t.length / places, height, width));
            NDArray depth = scope.ones(new Shape(1, 1, height, width), DataType.FLOAT64);
            student.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray value = loss.of(new LossInput(scope, depth, truth, Map.of("s", student), Map.of("t", teacher)));
                collector.backward(value);
                return new Evaluated(
                        value.toDoubleArray()[0], student.getGradient().toDoubleArray());
            }
        }
    }

    private static double gradientError(StructureAwareLoss loss) {
        double[] s = student();
        double[] t = teacher();
        double[] gradient = evaluate(loss, s, t, GoldenMaps.truth()).gradient();
        double worst = 0;
        double scale = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int k = 0; k < s.length; k += 7) {
            double[] moved = s.clone();
            moved[k] = s[k] + 1e-6;
            double up = evaluate(loss, moved, t, GoldenMaps.truth()).value();
            moved[k] = s[k] - 1e-6;
            double down = evaluate(loss, moved, t, GoldenMaps.truth()).value();
            worst = Math.max(worst, Math.abs((up - down) / 2e-6 - gradient[k]));
        }
        return worst / scale;
    }
}

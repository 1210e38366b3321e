package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import dev.fathom.engine.Ops;
import dev.fathom.engine.Torch;
import dev.fathom.training.distillation.FeatureSteps.Map4;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.FocalLengths;
import dev.fathom.training.losses.GradientLoss;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.LossTerm;
import dev.fathom.training.losses.RobustLoss;
import dev.fathom.training.losses.SiLogLoss;
import dev.fathom.training.losses.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimicryLossTest {
    private static final LossTerm SILOG = new LossTerm("silog", 1, SiLogLoss.LITEDEPTH);
    private static final LossTerm ROBUST = new LossTerm("robust", .5, RobustLoss.LITEDEPTH);
    private static final LossTerm GRADIENT =
            new LossTerm("gradient", .25, new GradientLoss(GradientLoss.Variant.AS_PUBLISHED));

    /** The mean difference of prediction and truth: simple enough to be added up by hand. */
    private static final LossTerm MEAN = new LossTerm("mean", 1, input -> {
        double truth = 0;
        for (float metres : input.truth().metres()) {
            truth += metres;
        }
        return Ops.offset(input.depth().mean(), -truth / input.truth().metres().length);
    });

    private static final MimicryLoss WHOLE = new MimicryLoss(MimicryLoss.Variant.AS_PUBLISHED, .25, List.of(MEAN));
    private static final MimicryLoss TEACHER = new MimicryLoss(MimicryLoss.Variant.TEACHER_ONLY, .25, List.of(MEAN));

    /** Of two images of 2 x 2 pixels only the second has labels, all of 3 m. */
    private static final Truth SECOND =
            new Truth(2, 2, 2, new float[] {0, 0, 0, 0, 3, 3, 3, 3}, new float[] {0, 0, 0, 0, 1, 1, 1, 1});

    private static FeatureSteps.Evaluated evaluate(DepthLoss loss, Map4 student, Map4 teacher, Truth truth) {
        Torch.start(1);
        try (NDManager scope = Torch.newManager()) {
            NDArray s = scope.create(student.values(), student.shape());
            s.setRequiresGradient(true);
            NDArray t = scope.create(teacher.values(), teacher.shape());
            FocalLengths camera = FocalLengths.kinect(truth.height(), truth.width());
            LossInput input = new LossInput(scope, s, truth, Map.of(), Map.of(), t, camera, Map.of(), 1);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray value = loss.of(input);
                collector.backward(value);
                return new FeatureSteps.Evaluated(
                        value.toDoubleArray()[0], s.getGradient().toDoubleArray(), Map.of());
            }
        }
    }

    private static Map4 constant(double first, double second) {
        return new Map4(new double[] {first, first, first, first, second, second, second, second}, 2, 1, 2, 2);
    }

    @Test
    void labelledImagesCountTeacherAndTruthAndTheOthersTheTeacherAlone() {
        // Unlabelled: 5 - 1. Labelled: .25 (7 - 2) + .75 (7 - 3).
        assertEquals(
                (4 + 1.25 + 3) / 2,
                evaluate(WHOLE, constant(5, 7), constant(1, 2), SECOND).value(),
                1e-12);
        assertEquals(
                (4 + 1.25) / 2,
                evaluate(TEACHER, constant(5, 7), constant(1, 2), SECOND).value(),
                1e-12);
        double[] gradient =
                evaluate(TEACHER, constant(5, 7), constant(1, 2), SECOND).gradient();
        assertEquals(.5 / 4, gradient[0], 1e-12);
        assertEquals(.125 / 4, gradient[7], 1e-12);
    }

    @Test
    void whereATeacherSeesNoDepthNothingIsAsked() {
        MimicryLoss robust = new MimicryLoss(MimicryLoss.Variant.TEACHER_ONLY, .25, List.of(ROBUST));
        FeatureSteps.Evaluated blind = evaluate(robust, constant(5, 7), constant(0, -1), SECOND);
        assertEquals(0, blind.value());
        assertTrue(Arrays.stream(blind.gradient()).allMatch(g -> g == 0));
    }

    @Test
    void aCoarserTeacherIsBroughtUpAndAFinerOneIsTakenAsItIs() {
        Map4 flat = new Map4(new double[] {1, 2}, 2, 1, 1, 1);
        assertEquals(
                evaluate(WHOLE, constant(5, 7), constant(1, 2), SECOND).value(),
                evaluate(WHOLE, constant(5, 7), flat, SECOND).value(),
                1e-12);
        double[] fine = new double[32];
        Arrays.fill(fine, 0, 16, 1);
        Arrays.fill(fine, 16, 32, 2);
        assertEquals(
                evaluate(WHOLE, constant(5, 7), constant(1, 2), SECOND).value(),
                evaluate(WHOLE, constant(5, 7), new Map4(fine, 2, 1, 4, 4), SECOND)
                        .value(),
                1e-12);
    }

    @Test
    void gradientsAgreeWithFiniteDifferences() {
        MimicryLoss loss = new MimicryLoss(MimicryLoss.Variant.AS_PUBLISHED, .25, List.of(SILOG, GRADIENT, ROBUST));
        float[] metres = new float[3 * 12 * 16];
        float[] mask = new float[metres.length];
        for (int i = 0; i < metres.length; i++) {
            // The middle image has no labels.
            mask[i] = i / 192 != 1 && i % 7 != 0 ? 1 : 0;
            metres[i] = mask[i] * (float) (3 + Math.sin(.1 * i));
        }
        Truth truth = new Truth(3, 12, 16, metres, mask);
        Map4 student = positive(FeatureSteps.any(1, 3, 1, 4, 5));
        Map4 teacher = positive(FeatureSteps.any(5, 3, 1, 6, 8));
        double[] gradient = evaluate(loss, student, teacher, truth).gradient();
        for (int k = 0; k < gradient.length; k++) {
            double[] moved = student.values().clone();
            moved[k] += 1e-6;
            double up = evaluate(loss, student.with(moved), teacher, truth).value();
            moved[k] -= 2e-6;
            double down = evaluate(loss, student.with(moved), teacher, truth).value();
            assertEquals((up - down) / 2e-6, gradient[k], 1e-7);
        }
    }

    private static Map4 positive(Map4 map) {
        return map.with(Arrays.stream(map.values()).map(v -> 3 + v).toArray());
    }

    @Test
    void theParametersOfItsLossesAreItsOwn() {
        DepthLoss learning = new DepthLoss() {
            @Override
            public NDArray of(LossInput input) {
                return input.depth().mean().mul(input.parameters().get("c").sum());
            }

            @Override
            public Map<String, double[]> parameters() {
                return Map.of("c", new double[] {2});
            }
        };
        MimicryLoss loss =
                new MimicryLoss(MimicryLoss.Variant.TEACHER_ONLY, 1, List.of(new LossTerm("learning", 1, learning)));
        assertEquals(2, loss.parameters().get("learning/c")[0]);
    }
}

package dev.fathom.training.distillation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.engine.Torch;
import dev.fathom.training.losses.FocalLengths;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.Truth;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Time of a step of each strategy at LiteDepth's sizes: batch 16, features 32x40, 16x20 and 8x10, one thread. */
@Tag("slow")
class DistillationSpeedTest {
    private static final int BATCH = 16;
    private static final int STEPS = 15;
    private static final int[][] STUDENT = {{24, 32, 40}, {8, 16, 20}, {24, 8, 10}};
    private static final int[][] TEACHER = {{24, 32, 40}, {48, 16, 20}, {192, 8, 10}};

    private final Truth truth = truth();

    private static Truth truth() {
        float[] metres = new float[BATCH * 480 * 640];
        Arrays.fill(metres, 2);
        return new Truth(BATCH, 480, 640, metres, metres);
    }

    private static List<FeaturePair> pairs(boolean adapted) {
        return List.of(pair(0, false), pair(1, adapted), pair(2, adapted));
    }

    private static FeaturePair pair(int i, boolean adapted) {
        Adapter adapter = new Adapter("adapter" + i, STUDENT[i][0], TEACHER[i][0], 1);
        return new FeaturePair("f" + i, "f" + i, 1, adapted ? Optional.of(adapter) : Optional.empty());
    }

    @Test
    void stepsAreAFewMilliseconds() {
        Map<FeatureLoss, Double> limits = new LinkedHashMap<>();
        limits.put(new StructureAwareLoss(StructureAwareLoss.Variant.AS_CODED, pairs(false), 784), 60.0);
        limits.put(new StructureAwareLoss(StructureAwareLoss.Variant.AS_PUBLISHED, pairs(false), 784), 120.0);
        limits.put(new PairwiseLoss(PairwiseLoss.Variant.LIU, 0, pairs(false)), 60.0);
        limits.put(new L2Loss(L2Loss.Variant.MASKED, pairs(true)), 60.0);
        limits.put(new ChannelWiseLoss(ChannelWiseLoss.Variant.MASKED, 4, pairs(true)), 90.0);
        limits.forEach((loss, limit) -> {
            double milliseconds = milliseconds(loss);
            System.out.printf("%s %.1f ms%n", loss.getClass().getSimpleName(), milliseconds);
            assertTrue(milliseconds < limit, loss + " takes " + milliseconds + " ms");
        });
    }

    private double milliseconds(FeatureLoss loss) {
        Torch.start(1);
        double[] times = new double[STEPS];
        try (NDManager manager = Torch.newManager()) {
            for (int i = 0; i < STEPS; i++) {
                times[i] = step(loss, manager);
            }
        }
        Arrays.sort(times);
        return times[STEPS / 2];
    }

    /** Loss and gradients alone. */
    private double step(FeatureLoss loss, NDManager manager) {
        try (NDManager scope = manager.newSubManager()) {
            Map<String, NDArray> student = maps(STUDENT, scope);
            student.values().forEach(f -> f.setRequiresGradient(true));
            Map<String, NDArray> teacher = maps(TEACHER, scope);
            Map<String, NDArray> parameters = new HashMap<>();
            loss.parameters().forEach((name, values) -> {
                float[] narrow = new float[values.length];
                for (int i = 0; i < narrow.length; i++) {
                    narrow[i] = (float) values[i];
                }
                NDArray parameter = scope.create(narrow);
                parameter.setRequiresGradient(true);
                parameters.put(name, parameter);
            });
            NDArray depth = scope.ones(new Shape(BATCH, 1, 32, 40));
            LossInput input = new LossInput(
                    scope, depth, truth, student, teacher, null, FocalLengths.kinect(480, 640), parameters, 1);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try (GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
                gradients.backward(loss.of(input));
            }
            return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
        }
    }

    /** In channels-last memory, as networks leave them. */
    private static Map<String, NDArray> maps(int[][] sizes, NDManager scope) {
        Map<String, NDArray> maps = new HashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            int[] size = sizes[i];
            NDArray map = scope.randomUniform(-1, 1, new Shape(BATCH, size[1], size[2], size[0]))
                    .transpose(0, 3, 1, 2);
            maps.put("f" + i, map);
        }
        return maps;
    }
}

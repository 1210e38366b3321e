package dev.fathom.training.distillation;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.engine.Torch;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.FocalLengths;
import dev.fathom.training.losses.GoldenMaps;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.Truth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Steps of a distillation in float64, among them the 12 x 16 feature maps on which PyTorch's values of the official code
 * were taken: the student's {@code sin(.3c + .2i + .5j)} and the teacher's {@code cos(.17c(i + 1)/3 + .4j)}, i being the
 * row and c the channel.
 */
final class FeatureSteps {
    static final List<FeaturePair> PAIR = List.of(new FeaturePair("s", "t", 1));
    private static final int PLACES = GoldenMaps.HEIGHT * GoldenMaps.WIDTH;
    private static final double STEP = 1e-5;

    private FeatureSteps() {}

    /** Values and shape [N, C, h, w] of a feature map. */
    record Map4(double[] values, Shape shape) {
        Map4(double[] values, long batch, long channels, long height, long width) {
            this(values, new Shape(batch, channels, height, width));
        }

        Map4 with(double[] others) {
            return new Map4(others, shape);
        }
    }

    /** A loss, its gradient with respect to the student's features, and those with respect to its own parameters. */
    record Evaluated(double value, double[] gradient, Map<String, double[]> parameters) {
        boolean isFinite() {
            return Double.isFinite(value)
                    && Arrays.stream(gradient).allMatch(Double::isFinite)
                    && parameters.values().stream()
                            .flatMapToDouble(Arrays::stream)
                            .allMatch(Double::isFinite);
        }
    }

    static Map4 student(int channels) {
        double[] f = new double[channels * PLACES];
        for (int k = 0; k < f.length; k++) {
            int i = k % PLACES / GoldenMaps.WIDTH;
            int j = k % GoldenMaps.WIDTH;
            f[k] = Math.sin(.3 * (k / PLACES) + .2 * i + .5 * j);
        }
        return new Map4(f, 1, channels, GoldenMaps.HEIGHT, GoldenMaps.WIDTH);
    }

    static Map4 teacher(int channels) {
        double[] f = new double[channels * PLACES];
        for (int k = 0; k < f.length; k++) {
            int i = k % PLACES / GoldenMaps.WIDTH;
            int j = k % GoldenMaps.WIDTH;
            f[k] = Math.cos(.17 * (k / PLACES) * (i + 1) / 3 + .4 * j);
        }
        return new Map4(f, 1, channels, GoldenMaps.HEIGHT, GoldenMaps.WIDTH);
    }

    /** Some other values, neither regular nor large. */
    static Map4 any(double seed, long batch, long channels, long height, long width) {
        double[] f = new double[(int) (batch * channels * height * width)];
        for (int k = 0; k < f.length; k++) {
            f[k] = Math.sin(seed + 12.9898 * k) * Math.cos(.7 * k + seed);
        }
        return new Map4(f, batch, channels, height, width);
    }

    static Truth whole() {
        float[] ones = new float[PLACES];
        Arrays.fill(ones, 1f);
        return new Truth(1, GoldenMaps.HEIGHT, GoldenMaps.WIDTH, ones, ones);
    }

    static Evaluated evaluate(DepthLoss loss, Map4 student, Map4 teacher, Truth truth) {
        return evaluate(loss, student, teacher, truth, loss.parameters());
    }

    private static Evaluated evaluate(
            DepthLoss loss, Map4 student, Map4 teacher, Truth truth, Map<String, double[]> constants) {
        Torch.start(1);
        try (NDManager scope = Torch.newManager()) {
            NDArray s = scope.create(student.values(), student.shape());
            NDArray t = scope.create(teacher.values(), teacher.shape());
            NDArray depth = scope.ones(new Shape(truth.batch(), 1, truth.height(), truth.width()), DataType.FLOAT64);
            s.setRequiresGradient(true);
            Map<String, NDArray> parameters = new TreeMap<>();
            constants.forEach((name, values) -> {
                parameters.put(name, scope.create(values));
                parameters.get(name).setRequiresGradient(true);
            });
            FocalLengths camera = FocalLengths.kinect(truth.height(), truth.width());
            LossInput input =
                    new LossInput(scope, depth, truth, Map.of("s", s), Map.of("t", t), null, camera, parameters, 1);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray value = loss.of(input);
                collector.backward(value);
                Map<String, double[]> slopes = new TreeMap<>();
                parameters.forEach(
                        (name, array) -> slopes.put(name, array.getGradient().toDoubleArray()));
                return new Evaluated(value.toDoubleArray()[0], s.getGradient().toDoubleArray(), slopes);
            }
        }
    }

    /**
     * The largest difference between the gradients, of features and of parameters, and central differences, relative to
     * the largest gradient of a feature.
     */
    static double gradientError(DepthLoss loss, Map4 student, Map4 teacher, Truth truth) {
        Evaluated exact = evaluate(loss, student, teacher, truth);
        double worst =
                error(exact.gradient(), student.values(), moved -> evaluate(loss, student.with(moved), teacher, truth)
                        .value());
        for (String name : exact.parameters().keySet()) {
            Map<String, double[]> constants = new TreeMap<>(loss.parameters());
            worst = Math.max(worst, error(exact.parameters().get(name), constants.get(name), moved -> {
                constants.put(name, moved);
                return evaluate(loss, student, teacher, truth, constants).value();
            }));
        }
        return worst / Arrays.stream(exact.gradient()).map(Math::abs).max().orElseThrow();
    }

    private interface Function {
        double at(double[] values);
    }

    private static double error(double[] gradient, double[] values, Function function) {
        double worst = 0;
        for (int k = 0; k < values.length; k += Math.max(1, values.length / 100)) {
            double[] moved = values.clone();
            moved[k] = values[k] + STEP;
            double up = function.at(moved);
            moved[k] = values[k] - STEP;
            double down = function.at(moved);
            worst = Math.max(worst, Math.abs((up - down) / (2 * STEP) - gradient[k]));
        }
        return worst;
    }
}

package dev.fathom.training.losses;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.fathom.engine.Torch;
import java.util.Map;
import java.util.TreeMap;

/**
 * The 12 x 16 maps on which PyTorch's values of the official losses were taken: prediction
 * {@code 3 + sin(.7i + .3j) + .1j}, truth {@code 3.2 + .8cos(.5i - .2j) + .05i} and invalid where
 * {@code (7i + 3j) % 11 == 0}, i being the row.
 */
public final class GoldenMaps {
    public static final int HEIGHT = 12;
    public static final int WIDTH = 16;

    private GoldenMaps() {}

    public static double[] prediction() {
        double[] p = new double[HEIGHT * WIDTH];
        for (int k = 0; k < p.length; k++) {
            int i = k / WIDTH;
            int j = k % WIDTH;
            p[k] = 3 + Math.sin(.7 * i + .3 * j) + .1 * j;
        }
        return p;
    }

    public static Truth truth() {
        float[] t = new float[HEIGHT * WIDTH];
        float[] mask = new float[t.length];
        for (int k = 0; k < t.length; k++) {
            int i = k / WIDTH;
            int j = k % WIDTH;
            if ((7 * i + 3 * j) % 11 != 0) {
                t[k] = (float) (3.2 + .8 * Math.cos(.5 * i - .2 * j) + .05 * i);
                mask[k] = 1;
            }
        }
        return new Truth(1, HEIGHT, WIDTH, t, mask);
    }

    /** A truth of the same size without a valid pixel. */
    public static Truth blank() {
        return new Truth(1, HEIGHT, WIDTH, new float[HEIGHT * WIDTH], new float[HEIGHT * WIDTH]);
    }

    /** Value of a loss and its gradients with respect to the prediction and to its own parameters, in float64. */
    public record Evaluated(double value, double[] gradient, Map<String, double[]> byParameter) {}

    /** Runs a loss on a prediction of any grid. */
    public static Evaluated evaluate(DepthLoss loss, double[] prediction, Shape shape, Truth truth) {
        return evaluate(loss, loss.parameters(), prediction, shape, truth);
    }

    /** As above with its trained parameters somewhere else than at the beginning. */
    public static Evaluated evaluate(
            DepthLoss loss, Map<String, double[]> values, double[] prediction, Shape shape, Truth truth) {
        Torch.start(1);
        try (NDManager scope = Torch.newManager()) {
            NDArray p = scope.create(prediction, shape);
            p.setRequiresGradient(true);
            Map<String, NDArray> parameters = parameters(scope, values);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray value = loss.of(input(scope, parameters, p, truth));
                collector.backward(value);
                Map<String, double[]> gradients = new TreeMap<>();
                parameters.forEach(
                        (name, array) -> gradients.put(name, array.getGradient().toDoubleArray()));
                return new Evaluated(value.toDoubleArray()[0], p.getGradient().toDoubleArray(), gradients);
            }
        }
    }

    private static Map<String, NDArray> parameters(NDManager scope, Map<String, double[]> values) {
        Map<String, NDArray> parameters = new TreeMap<>();
        values.forEach((name, value) -> {
            NDArray parameter = scope.create(value);
            parameter.setRequiresGradient(true);
            parameters.put(name, parameter);
        });
        return parameters;
    }

    private static LossInput input(NDManager scope, Map<String, NDArray> parameters, NDArray depth, Truth truth) {
        FocalLengths camera = FocalLengths.kinect(truth.height(), truth.width());
        return new LossInput(scope, depth, truth, Map.of(), Map.of(), null, camera, parameters, 1);
    }

    /** As above at the size of the maps. */
    public static Evaluated evaluate(DepthLoss loss, double[] prediction, Truth truth) {
        return evaluate(loss, prediction, new Shape(1, 1, HEIGHT, WIDTH), truth);
    }

    /** The largest difference between the gradient and central differences, relative to the largest gradient. */
    public static double gradientError(DepthLoss loss, double[] prediction, Shape shape, Truth truth) {
        double[] gradient = evaluate(loss, prediction, shape, truth).gradient();
        double step = 1e-6;
        double worst = 0;
        double scale = 0;
        for (int k = 0; k < prediction.length; k++) {
            double[] moved = prediction.clone();
            moved[k] = prediction[k] + step;
            double up = evaluate(loss, moved, shape, truth).value();
            moved[k] = prediction[k] - step;
            double down = evaluate(loss, moved, shape, truth).value();
            worst = Math.max(worst, Math.abs((up - down) / (2 * step) - gradient[k]));
            scale = Math.max(scale, Math.abs(gradient[k]));
        }
        return worst / scale;
    }
}

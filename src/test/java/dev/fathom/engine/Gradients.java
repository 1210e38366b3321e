package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.function.UnaryOperator;

/** Gradients of the sum of a function, by the engine and by central differences in float64. */
final class Gradients {
    private static final double STEP = 1e-6;
    private static final double TOLERANCE = 1e-7;

    private Gradients() {}

    /** Gradient of sum(f(x)) with respect to x. */
    static NDArray of(NDArray x, UnaryOperator<NDArray> f) {
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(f.apply(x).sum());
        }
        NDArray gradient = x.getGradient().duplicate();
        x.setRequiresGradient(false);
        return gradient;
    }

    /** Compares the two at every element. */
    static void check(NDManager manager, double[] x, UnaryOperator<NDArray> f) {
        double[] gradient = of(manager.create(x), f).toDoubleArray();
        for (int i = 0; i < x.length; i++) {
            double slope = (shifted(manager, x, i, STEP, f) - shifted(manager, x, i, -STEP, f)) / (2 * STEP);
            assertEquals(slope, gradient[i], TOLERANCE * Math.max(1, Math.abs(slope)), "element " + i);
        }
    }

    private static double shifted(NDManager manager, double[] x, int index, double step, UnaryOperator<NDArray> f) {
        double[] moved = x.clone();
        moved[index] += step;
        return f.apply(manager.create(moved)).sum().getDouble();
    }
}

package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fathom.engine.Ops;
import java.util.function.ToDoubleBiFunction;

/** Hands autograd a loss whose value and gradient were computed in plain Java. */
final class ClosedForm {
    private ClosedForm() {}

    /**
     * A scalar with the value and the gradient that a function finds.
     *
     * @param function of the prediction; it adds dLoss/dPrediction to an array of zeros, one value for each value of the
     *     prediction
     */
    static NDArray of(LossInput input, ToDoubleBiFunction<DepthGrid, double[]> function) {
        NDArray depth = input.depth();
        Shape shape = depth.getShape();
        double[] metres = toDoubles(depth);
        double[] gradient = new double[metres.length];
        DepthGrid grid = new DepthGrid((int) shape.get(0), (int) shape.get(2), (int) shape.get(3), metres);
        double value = function.applyAsDouble(grid, gradient);
        return attached(input, value, gradient);
    }

    /** A scalar that has the given value, and the given gradient with respect to the prediction. */
    private static NDArray attached(LossInput input, double value, double[] gradient) {
        NDArray depth = input.depth();
        NDArray slope = input.scope().create(gradient, depth.getShape()).toType(depth.getDataType(), false);
        NDArray linear = depth.mul(slope).sum();
        return Ops.offset(linear.sub(linear.stopGradient()), value);
    }

    private static double[] toDoubles(NDArray depth) {
        try (NDArray values = depth.stopGradient();
                NDArray wide = values.toType(DataType.FLOAT64, true)) {
            return wide.toDoubleArray();
        }
    }
}

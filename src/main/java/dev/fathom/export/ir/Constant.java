package dev.fathom.export.ir;

import java.util.function.IntToDoubleFunction;

/** Values that are part of the model. The arrays are the constant's own: treat them as read only. */
public sealed interface Constant {
    Shape shape();

    /** Value by row-major index. */
    double at(int index);

    /** Convolution weights, as trained. */
    record Float32(Shape shape, float[] values) implements Constant {
        public Float32 {
            requireSize(shape, values.length);
        }

        @Override
        public double at(int index) {
            return values[index];
        }
    }

    /** Values a channel (biases, batch-norm factors), kept exact through the passes and rounded once when written. */
    record Float64(Shape shape, double[] values) implements Constant {
        public Float64 {
            requireSize(shape, values.length);
        }

        @Override
        public double at(int index) {
            return values[index];
        }
    }

    /** A vector of exact values. */
    static Constant vector(int length, IntToDoubleFunction value) {
        return exact(Shape.of(length), value);
    }

    /** Exact values by row-major index. */
    static Constant exact(Shape shape, IntToDoubleFunction value) {
        double[] values = new double[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.applyAsDouble(i);
        }
        return new Float64(shape, values);
    }

    /** Values rounded to float by row-major index. */
    static Constant rounded(Shape shape, IntToDoubleFunction value) {
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(i);
        }
        return new Float32(shape, values);
    }

    private static void requireSize(Shape shape, int length) {
        if (shape.elements() != length) {
            throw new IllegalArgumentException(length + " values for a constant of " + shape);
        }
    }
}

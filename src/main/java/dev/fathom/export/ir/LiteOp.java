package dev.fathom.export.ir;

import java.util.List;

/** One of TFLite's operations, with what TFLite keeps in its options or in small integer tensors. */
public sealed interface LiteOp
        permits WithActivation,
                LiteOp.Unary,
                LiteOp.Quantize,
                LiteOp.Dequantize,
                LiteOp.Limit,
                LiteOp.Mean,
                LiteOp.Pad,
                LiteOp.Concat,
                LiteOp.Reshape,
                LiteOp.FirstChannels,
                LiteOp.SwapHeightAndChannels,
                LiteOp.ResizeBilinear,
                LiteOp.ResizeNearest {

    /** TFLite's name of the operation, for example {@code CONV_2D}. */
    String code();

    /** @throws IllegalArgumentException with what does not fit, if the inputs do not */
    Shape outputShape(List<Shape> inputs);

    /** Whether every value of the result is one of an input's, unchanged. */
    default boolean copies() {
        return this instanceof Concat
                || this instanceof Reshape
                || this instanceof FirstChannels
                || this instanceof SwapHeightAndChannels
                || this instanceof ResizeNearest;
    }

    /** A function of each value on its own. */
    record Unary(Function function) implements LiteOp {
        /** Named as TFLite's operations are. */
        public enum Function {
            /** max(x, 0). */
            RELU,
            /** min(max(x, 0), 6). */
            RELU6,
            /** 1 / (1 + e^-x). */
            LOGISTIC,
            /** x * min(max(x + 3, 0), 6) / 6. */
            HARD_SWISH,
            /** x * (1 + erf(x / sqrt 2)) / 2. */
            GELU
        }

        @Override
        public String code() {
            return function.name();
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /** The same numbers, kept as whole ones. */
    record Quantize() implements LiteOp {
        @Override
        public String code() {
            return "QUANTIZE";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /** The same numbers, as 32-bit floats again. */
    record Dequantize() implements LiteOp {
        @Override
        public String code() {
            return "DEQUANTIZE";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /** The larger or the smaller of two values, with broadcasting. */
    record Limit(Bound bound) implements LiteOp {
        /** Named as TFLite's operations are. */
        public enum Bound {
            /** The larger one: the second input is the least that comes out. */
            MAXIMUM,
            /** The smaller one: the second input is the most that comes out. */
            MINIMUM
        }

        @Override
        public String code() {
            return bound.name();
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Broadcast.shape(inputs.get(0), inputs.get(1));
        }
    }

    /** Mean over height and width, which stay as 1. */
    record Mean() implements LiteOp {
        @Override
        public String code() {
            return "MEAN";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shape.map(1, 1, inputs.get(0).channels());
        }
    }

    /** Rows and columns of one value around a feature map. XNNPACK takes it only with zeros. */
    record Pad(int top, int left, int bottom, int right, float value) implements LiteOp {
        @Override
        public String code() {
            return value == 0 ? "PAD" : "PADV2";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape x = inputs.get(0);
            return Shape.map(x.height() + top + bottom, x.width() + left + right, x.channels());
        }
    }

    /** Joins tensors along an axis. */
    record Concat(int axis) implements LiteOp {
        /** XNNPACK takes no more in one operation. */
        public static final int MOST_INPUTS = 5;

        @Override
        public String code() {
            return "CONCATENATION";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            int joined = inputs.stream().mapToInt(s -> s.dim(axis)).sum();
            for (Shape shape : inputs) {
                if (!with(shape, joined).equals(with(inputs.get(0), joined))) {
                    throw new IllegalArgumentException("concatenation of " + inputs + " along axis " + axis);
                }
            }
            return with(inputs.get(0), joined);
        }

        private Shape with(Shape shape, int size) {
            Integer[] dims = shape.dims().toArray(Integer[]::new);
            dims[axis] = size;
            return Shape.of(dims);
        }
    }

    /** The same values in the same order under another shape. */
    record Reshape(Shape shape) implements LiteOp {
        @Override
        public String code() {
            return "RESHAPE";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            if (inputs.get(0).elements() != shape.elements()) {
                throw new IllegalArgumentException("reshape of " + inputs.get(0) + " to " + shape);
            }
            return shape;
        }
    }

    /** The first channels of a feature map: a slice of the given shape. */
    record FirstChannels(Shape shape) implements LiteOp {
        @Override
        public String code() {
            return "SLICE";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape x = inputs.get(0);
            boolean inside = shape.channels() <= x.channels();
            if (!inside || !shape.equals(Shape.map(x.height(), x.width(), shape.channels()))) {
                throw new IllegalArgumentException("the first channels of " + x + " are not " + shape);
            }
            return shape;
        }
    }

    /** [1, h, w, c] becomes [1, c, w, h]: a transposition. */
    record SwapHeightAndChannels() implements LiteOp {
        @Override
        public String code() {
            return "TRANSPOSE";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape x = inputs.get(0);
            return Shape.map(x.channels(), x.width(), x.height());
        }
    }

    /** Bilinear resize; corners coincide, or pixel centres lie at half integers. */
    record ResizeBilinear(int height, int width, boolean alignCorners) implements LiteOp {
        @Override
        public String code() {
            return "RESIZE_BILINEAR";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shape.map(height, width, inputs.get(0).channels());
        }
    }

    /** Nearest resize with source index floor(i * in / out). XNNPACK does not take it. */
    record ResizeNearest(int height, int width) implements LiteOp {
        @Override
        public String code() {
            return "RESIZE_NEAREST_NEIGHBOR";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shape.map(height, width, inputs.get(0).channels());
        }
    }
}

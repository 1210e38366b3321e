package dev.fathom.export.ir;

import java.util.List;

/** An operation that can apply an activation to its own result at no cost. */
public sealed interface WithActivation extends LiteOp {
    Fused fused();

    /** The same operation with another activation. */
    WithActivation withFused(Fused other);

    /** Convolution of x with weight [out, height, width, in / groups] and bias [out]. */
    record Conv2d(int stride, Border border, Fused fused) implements WithActivation {
        @Override
        public String code() {
            return "CONV_2D";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape x = inputs.get(0);
            Shape w = inputs.get(1);
            if (x.channels() % w.channels() != 0) {
                throw new IllegalArgumentException("a convolution of " + w + " on " + x);
            }
            return Shape.map(
                    border.slide(x.height(), w.height(), stride), border.slide(x.width(), w.width(), stride), w.dim(0));
        }

        @Override
        public Conv2d withFused(Fused other) {
            return new Conv2d(stride, border, other);
        }
    }

    /** Convolution a channel: weight [1, height, width, channels * multiplier], bias [channels * multiplier]. */
    record DepthwiseConv2d(int stride, int multiplier, Border border, Fused fused) implements WithActivation {
        @Override
        public String code() {
            return "DEPTHWISE_CONV_2D";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape x = inputs.get(0);
            Shape w = inputs.get(1);
            if (w.channels() != x.channels() * multiplier) {
                throw new IllegalArgumentException("a depthwise convolution of " + w + " on " + x);
            }
            return Shape.map(
                    border.slide(x.height(), w.height(), stride),
                    border.slide(x.width(), w.width(), stride),
                    w.channels());
        }

        @Override
        public DepthwiseConv2d withFused(Fused other) {
            return new DepthwiseConv2d(stride, multiplier, border, other);
        }
    }

    /** Maximum over a square window; SAME padding never wins. */
    record MaxPool(int kernel, int stride, Border border, Fused fused) implements WithActivation {
        @Override
        public String code() {
            return "MAX_POOL_2D";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape x = inputs.get(0);
            return Shape.map(
                    border.slide(x.height(), kernel, stride), border.slide(x.width(), kernel, stride), x.channels());
        }

        @Override
        public MaxPool withFused(Fused other) {
            return new MaxPool(kernel, stride, border, other);
        }
    }

    /** Sum with broadcasting. */
    record Add(Fused fused) implements WithActivation {
        @Override
        public String code() {
            return "ADD";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Broadcast.shape(inputs.get(0), inputs.get(1));
        }

        @Override
        public Add withFused(Fused other) {
            return new Add(other);
        }
    }

    /** Product with broadcasting. */
    record Mul(Fused fused) implements WithActivation {
        @Override
        public String code() {
            return "MUL";
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Broadcast.shape(inputs.get(0), inputs.get(1));
        }

        @Override
        public Mul withFused(Fused other) {
            return new Mul(other);
        }
    }
}

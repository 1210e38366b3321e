package dev.fathom.export.tflite;

import static dev.fathom.export.tflite.ModelCheck.require;

import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;

/** Rules for convolutions and poolings: the runtime divides by their strides and trusts their windows. */
final class WindowRules {
    private static final int LARGEST = 1 << 12;

    private WindowRules() {}

    static int[] conv(OperatorView op) {
        Conv2DOptions o = (Conv2DOptions) op.options(BuiltinOptions.Conv2DOptions, new Conv2DOptions());
        int[] x = map(op, 0);
        int[] w = map(op, 1);
        require(w[3] > 0 && x[3] % w[3] == 0, op.place() + " has weights for other than its input's channels");
        return new int[] {
            x[0],
            slide(op, x[1], w[1], o.strideH(), o.dilationHFactor(), o.padding()),
            slide(op, x[2], w[2], o.strideW(), o.dilationWFactor(), o.padding()),
            w[0]
        };
    }

    static int[] depthwise(OperatorView op) {
        DepthwiseConv2DOptions o = (DepthwiseConv2DOptions)
                op.options(BuiltinOptions.DepthwiseConv2DOptions, new DepthwiseConv2DOptions());
        int[] x = map(op, 0);
        int[] w = map(op, 1);
        require(x[3] > 0 && w[3] % x[3] == 0, op.place() + " has weights for other than its input's channels");
        return new int[] {
            x[0],
            slide(op, x[1], w[1], o.strideH(), o.dilationHFactor(), o.padding()),
            slide(op, x[2], w[2], o.strideW(), o.dilationWFactor(), o.padding()),
            w[3]
        };
    }

    static int[] pool(OperatorView op) {
        Pool2DOptions o = (Pool2DOptions) op.options(BuiltinOptions.Pool2DOptions, new Pool2DOptions());
        int[] x = map(op, 0);
        return new int[] {
            x[0],
            slide(op, x[1], o.filterHeight(), o.strideH(), 1, o.padding()),
            slide(op, x[2], o.filterWidth(), o.strideW(), 1, o.padding()),
            x[3]
        };
    }

    private static int slide(OperatorView op, int size, int window, int stride, int dilation, int padding) {
        for (int value : new int[] {window, stride, dilation}) {
            require(value > 0 && value <= LARGEST, op.place() + " has a stride or window of " + value);
        }
        require(padding >= 0 && padding < Padding.names.length, op.place() + " has padding of an unknown kind");
        int reach = (window - 1) * dilation + 1;
        return padding == Padding.SAME ? (size + stride - 1) / stride : (size - reach) / stride + 1;
    }

    private static int[] map(OperatorView op, int index) {
        int[] dims = op.inputDims(index);
        require(dims.length == 4, op.place() + " reads a tensor that is not four-dimensional");
        return dims;
    }
}

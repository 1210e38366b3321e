package dev.fathom.export.tflite;

import static dev.fathom.export.tflite.ModelCheck.require;

import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.Tensor;

/** Rules for the options of sliding windows: the runtime divides by their strides. */
final class OptionsCheck {
    private static final int LARGEST = 1 << 12;

    private OptionsCheck() {}

    static void requireSound(int builtin, Operator op, SubGraph graph, String place) {
        switch (builtin) {
            case BuiltinOperator.CONV_2D -> conv(op, graph, place);
            case BuiltinOperator.DEPTHWISE_CONV_2D -> depthwise(op, graph, place);
            case BuiltinOperator.MAX_POOL_2D, BuiltinOperator.AVERAGE_POOL_2D -> pool(op, graph, place);
            default -> {
                // The other operations' kernels test their own options.
            }
        }
    }

    private static void conv(Operator op, SubGraph graph, String place) {
        Conv2DOptions o = (Conv2DOptions) options(op, BuiltinOptions.Conv2DOptions, new Conv2DOptions(), place);
        requireWindow(o.strideH(), o.strideW(), o.dilationHFactor(), o.dilationWFactor(), place);
        Tensor weight = requireFilter(op, graph, place);
        Tensor x = graph.tensors(op.inputs(0));
        require(
                weight.shape(3) > 0 && x.shape(3) % weight.shape(3) == 0,
                place + " has weights for other than its input's channels");
    }

    private static void depthwise(Operator op, SubGraph graph, String place) {
        DepthwiseConv2DOptions o = (DepthwiseConv2DOptions)
                options(op, BuiltinOptions.DepthwiseConv2DOptions, new DepthwiseConv2DOptions(), place);
        requireWindow(o.strideH(), o.strideW(), o.dilationHFactor(), o.dilationWFactor(), place);
        Tensor weight = requireFilter(op, graph, place);
        Tensor x = graph.tensors(op.inputs(0));
        require(
                x.shape(3) > 0 && weight.shape(3) % x.shape(3) == 0,
                place + " has weights for other than its input's channels");
    }

    private static void pool(Operator op, SubGraph graph, String place) {
        Pool2DOptions o = (Pool2DOptions) options(op, BuiltinOptions.Pool2DOptions, new Pool2DOptions(), place);
        requireWindow(o.strideH(), o.strideW(), o.filterHeight(), o.filterWidth(), place);
        require(op.inputsLength() == 1, place + " does not have one input");
        requireMap(graph.tensors(op.inputs(0)), place);
    }

    private static com.google.flatbuffers.Table options(
            Operator op, byte type, com.google.flatbuffers.Table into, String place) {
        require(op.builtinOptionsType() == type, place + " has the options of another operation");
        com.google.flatbuffers.Table options = op.builtinOptions(into);
        require(options != null, place + " has no options");
        return options;
    }

    private static void requireWindow(int strideH, int strideW, int h, int w, String place) {
        for (int value : new int[] {strideH, strideW, h, w}) {
            require(value > 0 && value <= LARGEST, place + " has a stride or window of " + value);
        }
    }

    private static Tensor requireFilter(Operator op, SubGraph graph, String place) {
        require(op.inputsLength() >= 2 && op.inputs(0) >= 0 && op.inputs(1) >= 0, place + " lacks an input");
        requireMap(graph.tensors(op.inputs(0)), place);
        Tensor weight = graph.tensors(op.inputs(1));
        requireMap(weight, place);
        return weight;
    }

    private static void requireMap(Tensor tensor, String place) {
        require(tensor.shapeLength() == 4, place + " reads a tensor that is not four-dimensional");
    }
}

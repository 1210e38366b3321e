package dev.fathom.export.tflite;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptions;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptions;
import org.tensorflow.lite.schema.Conv2DOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptions;
import org.tensorflow.lite.schema.FullyConnectedOptions;
import org.tensorflow.lite.schema.MulOptions;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptions;
import org.tensorflow.lite.schema.ResizeBilinearOptions;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptions;
import org.tensorflow.lite.schema.SubOptions;

/** The options of the common operations, for people; {@link OperatorCheck} has seen the file before. */
final class OperatorOptions {
    private OperatorOptions() {}

    static String text(Operator op) {
        List<String> parts = new ArrayList<>();
        switch (op.builtinOptionsType()) {
            case BuiltinOptions.Conv2DOptions -> {
                Conv2DOptions o = (Conv2DOptions) op.builtinOptions(new Conv2DOptions());
                window(parts, o.strideH(), o.strideW(), o.padding());
                pair(parts, "dilation", o.dilationHFactor(), o.dilationWFactor());
                activation(parts, o.fusedActivationFunction());
            }
            case BuiltinOptions.DepthwiseConv2DOptions -> {
                DepthwiseConv2DOptions o = (DepthwiseConv2DOptions) op.builtinOptions(new DepthwiseConv2DOptions());
                window(parts, o.strideH(), o.strideW(), o.padding());
                pair(parts, "dilation", o.dilationHFactor(), o.dilationWFactor());
                activation(parts, o.fusedActivationFunction());
            }
            case BuiltinOptions.Pool2DOptions -> {
                Pool2DOptions o = (Pool2DOptions) op.builtinOptions(new Pool2DOptions());
                parts.add("window " + o.filterHeight() + "x" + o.filterWidth());
                window(parts, o.strideH(), o.strideW(), o.padding());
                activation(parts, o.fusedActivationFunction());
            }
            case BuiltinOptions.ConcatenationOptions ->
                parts.add("axis " + ((ConcatenationOptions) op.builtinOptions(new ConcatenationOptions())).axis());
            case BuiltinOptions.ResizeBilinearOptions -> {
                ResizeBilinearOptions o = (ResizeBilinearOptions) op.builtinOptions(new ResizeBilinearOptions());
                grid(parts, o.alignCorners(), o.halfPixelCenters());
            }
            case BuiltinOptions.ResizeNearestNeighborOptions -> {
                ResizeNearestNeighborOptions o =
                        (ResizeNearestNeighborOptions) op.builtinOptions(new ResizeNearestNeighborOptions());
                grid(parts, o.alignCorners(), o.halfPixelCenters());
            }
            default -> activation(parts, fused(op));
        }
        return String.join(", ", parts);
    }

    private static byte fused(Operator op) {
        return switch (op.builtinOptionsType()) {
            case BuiltinOptions.AddOptions ->
                ((AddOptions) op.builtinOptions(new AddOptions())).fusedActivationFunction();
            case BuiltinOptions.SubOptions ->
                ((SubOptions) op.builtinOptions(new SubOptions())).fusedActivationFunction();
            case BuiltinOptions.MulOptions ->
                ((MulOptions) op.builtinOptions(new MulOptions())).fusedActivationFunction();
            case BuiltinOptions.FullyConnectedOptions ->
                ((FullyConnectedOptions) op.builtinOptions(new FullyConnectedOptions())).fusedActivationFunction();
            default -> ActivationFunctionType.NONE;
        };
    }

    private static void window(List<String> parts, int strideHeight, int strideWidth, byte padding) {
        pair(parts, "stride", strideHeight, strideWidth);
        parts.add(padding == Padding.SAME ? "SAME" : "VALID");
    }

    private static void pair(List<String> parts, String name, int height, int width) {
        if (height != width) {
            parts.add(name + " " + height + "x" + width);
        } else if (height != 1) {
            parts.add(name + " " + height);
        }
    }

    private static void grid(List<String> parts, boolean alignCorners, boolean halfPixelCenters) {
        if (alignCorners) {
            parts.add("corners aligned");
        }
        if (halfPixelCenters) {
            parts.add("half-pixel centres");
        }
    }

    private static void activation(List<String> parts, byte code) {
        if (code > ActivationFunctionType.NONE && code < ActivationFunctionType.names.length) {
            parts.add(ActivationFunctionType.name(code));
        }
    }
}

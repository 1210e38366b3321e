package dev.fathom.export.tflite;

import dev.fathom.export.ir.Border;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.WithActivation;
import org.tensorflow.lite.schema.ActivationFunctionType;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;
import org.tensorflow.lite.schema.MulOptionsT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.Pool2DOptionsT;

/** Encodings of the operations that carry an activation. */
final class ActivatedOps {
    private ActivatedOps() {}

    static OpEncoding encode(WithActivation op) {
        byte fused = activation(op.fused());
        if (op instanceof WithActivation.Conv2d conv) {
            return conv(conv, fused);
        }
        if (op instanceof WithActivation.DepthwiseConv2d conv) {
            return depthwise(conv, fused);
        }
        if (op instanceof WithActivation.MaxPool pool) {
            return maxPool(pool, fused);
        }
        if (op instanceof WithActivation.Add) {
            AddOptionsT options = new AddOptionsT();
            options.setFusedActivationFunction(fused);
            return OpEncoding.plain(BuiltinOperator.ADD, 1, BuiltinOptions.AddOptions, options);
        }
        MulOptionsT options = new MulOptionsT();
        options.setFusedActivationFunction(fused);
        return OpEncoding.plain(BuiltinOperator.MUL, 1, BuiltinOptions.MulOptions, options);
    }

    private static OpEncoding conv(WithActivation.Conv2d conv, byte fused) {
        Conv2DOptionsT options = new Conv2DOptionsT();
        options.setPadding(padding(conv.border()));
        options.setStrideH(conv.stride());
        options.setStrideW(conv.stride());
        options.setDilationHFactor(1);
        options.setDilationWFactor(1);
        options.setFusedActivationFunction(fused);
        return OpEncoding.plain(BuiltinOperator.CONV_2D, 1, BuiltinOptions.Conv2DOptions, options);
    }

    private static OpEncoding depthwise(WithActivation.DepthwiseConv2d conv, byte fused) {
        DepthwiseConv2DOptionsT options = new DepthwiseConv2DOptionsT();
        options.setPadding(padding(conv.border()));
        options.setStrideH(conv.stride());
        options.setStrideW(conv.stride());
        options.setDepthMultiplier(conv.multiplier());
        options.setDilationHFactor(1);
        options.setDilationWFactor(1);
        options.setFusedActivationFunction(fused);
        return OpEncoding.plain(BuiltinOperator.DEPTHWISE_CONV_2D, 1, BuiltinOptions.DepthwiseConv2DOptions, options);
    }

    private static OpEncoding maxPool(WithActivation.MaxPool pool, byte fused) {
        Pool2DOptionsT options = new Pool2DOptionsT();
        options.setPadding(padding(pool.border()));
        options.setStrideH(pool.stride());
        options.setStrideW(pool.stride());
        options.setFilterHeight(pool.kernel());
        options.setFilterWidth(pool.kernel());
        options.setFusedActivationFunction(fused);
        return OpEncoding.plain(BuiltinOperator.MAX_POOL_2D, 1, BuiltinOptions.Pool2DOptions, options);
    }

    private static byte padding(Border border) {
        return border == Border.SAME ? Padding.SAME : Padding.VALID;
    }

    private static byte activation(Fused fused) {
        return switch (fused) {
            case NONE -> ActivationFunctionType.NONE;
            case RELU -> ActivationFunctionType.RELU;
            case RELU6 -> ActivationFunctionType.RELU6;
        };
    }
}

package dev.fathom.export.tflite;

import java.util.List;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.TensorType;

/**
 * Versions of the operations' semantics for other than float inputs, the lowest that has what is used (TensorFlow's
 * {@code op_version.cc}).
 */
final class OpVersions {
    private static final int WEIGHT = 1;

    private OpVersions() {}

    /** @param code with the version for floats */
    static int of(OpEncoding.Code code, List<TensorForm> inputs) {
        byte x = inputs.get(0).type();
        if (code.builtin() == BuiltinOperator.DEQUANTIZE) {
            return dequantize(x);
        }
        boolean convolution =
                code.builtin() == BuiltinOperator.CONV_2D || code.builtin() == BuiltinOperator.DEPTHWISE_CONV_2D;
        if (convolution && x == TensorType.FLOAT32 && inputs.get(WEIGHT).type() == TensorType.INT8) {
            return code.builtin() == BuiltinOperator.CONV_2D ? 5 : 6;
        }
        return x == TensorType.INT8 ? Math.max(code.version(), int8(code.builtin())) : code.version();
    }

    private static int dequantize(byte x) {
        return switch (x) {
            case TensorType.FLOAT16 -> 3;
            case TensorType.INT8 -> 2;
            default -> 1;
        };
    }

    private static int int8(int builtin) {
        return switch (builtin) {
            case BuiltinOperator.CONV_2D, BuiltinOperator.DEPTHWISE_CONV_2D -> 3;
            case BuiltinOperator.RESHAPE, BuiltinOperator.QUANTIZE, BuiltinOperator.HARD_SWISH -> 1;
            default -> 2;
        };
    }
}

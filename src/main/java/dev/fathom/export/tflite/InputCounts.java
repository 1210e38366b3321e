package dev.fathom.export.tflite;

import org.tensorflow.lite.schema.BuiltinOperator;

/** How many inputs the runtime's kernels read without asking whether they are there. */
final class InputCounts {
    private InputCounts() {}

    static int least(int builtin) {
        return switch (builtin) {
            case BuiltinOperator.STRIDED_SLICE -> 4;
            case BuiltinOperator.PADV2, BuiltinOperator.SLICE, BuiltinOperator.TRANSPOSE_CONV -> 3;
            case BuiltinOperator.ADD,
                    BuiltinOperator.SUB,
                    BuiltinOperator.MUL,
                    BuiltinOperator.DIV,
                    BuiltinOperator.MAXIMUM,
                    BuiltinOperator.MINIMUM,
                    BuiltinOperator.SQUARED_DIFFERENCE,
                    BuiltinOperator.CONV_2D,
                    BuiltinOperator.DEPTHWISE_CONV_2D,
                    BuiltinOperator.FULLY_CONNECTED,
                    BuiltinOperator.BATCH_MATMUL,
                    BuiltinOperator.PAD,
                    BuiltinOperator.MIRROR_PAD,
                    BuiltinOperator.MEAN,
                    BuiltinOperator.SUM,
                    BuiltinOperator.TRANSPOSE,
                    BuiltinOperator.RESIZE_BILINEAR,
                    BuiltinOperator.RESIZE_NEAREST_NEIGHBOR -> 2;
            case BuiltinOperator.VAR_HANDLE -> 0;
            default -> 1;
        };
    }
}

package dev.fathom.export.tflite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Why XNNPACK leaves an operation to TFLite's own kernels. The runtime says which it leaves and not why; these are the
 * likeliest reasons, from trials of XNNPACK, as built into TFLite 2.20, with models of few operations.
 */
final class XnnpackRules {
    private static final Set<String> FLOAT_KERNELS = Set.of(
            ("ABS ADD AVERAGE_POOL_2D BATCH_MATMUL CEIL CONCATENATION CONV_2D COS DEPTHWISE_CONV_2D DEPTH_TO_SPACE"
                            + " DEQUANTIZE DIV ELU EXP EXPAND_DIMS FLOOR FULLY_CONNECTED GELU HARD_SWISH LEAKY_RELU"
                            + " LOGISTIC MAXIMUM MAX_POOL_2D MEAN MINIMUM MUL NEG PAD PRELU QUANTIZE RELU RELU6"
                            + " RELU_N1_TO_1 RESHAPE RESIZE_BILINEAR ROUND RSQRT SIN SLICE SOFTMAX SPACE_TO_DEPTH SPLIT"
                            + " SQRT SQUARE SQUARED_DIFFERENCE SUB SUM TANH TRANSPOSE TRANSPOSE_CONV")
                    .split(" "));
    private static final Set<String> FLOAT_ONLY = Set.of(
            "RELU",
            "RELU6",
            "HARD_SWISH",
            "AVERAGE_POOL_2D",
            "EXP",
            "NEG",
            "ABS",
            "MAXIMUM",
            "MINIMUM",
            "SOFTMAX",
            "GELU",
            "CEIL",
            "FLOOR",
            "ROUND",
            "SQRT",
            "RSQRT",
            "SIN",
            "COS",
            "PRELU",
            "DIV");
    private static final Set<String> WITH_WEIGHTS =
            Set.of("CONV_2D", "DEPTHWISE_CONV_2D", "FULLY_CONNECTED", "TRANSPOSE_CONV");
    private static final Set<String> QUANTISED = Set.of("INT8", "UINT8");
    private static final String FLOAT = "FLOAT32";

    private XnnpackRules() {}

    /** The likeliest reason, as the rest of a sentence. */
    static String whyNot(ModelOperator op, ModelGraph graph) {
        if (op.custom()) {
            return "it is a custom operation";
        }
        if (!FLOAT_KERNELS.contains(op.code())) {
            return "XNNPACK has no kernel for it";
        }
        if (touched(op, graph).stream().anyMatch(ModelTensor::open)) {
            return "one of its sizes is open until the model runs";
        }
        if (unpacksWeights(op, graph)) {
            return "the operation that reads these weights is outside XNNPACK";
        }
        return ofWeights(op, graph).orElseGet(() -> ofType(op, valueType(op, graph)));
    }

    private static Optional<String> ofWeights(ModelOperator op, ModelGraph graph) {
        if (!WITH_WEIGHTS.contains(op.code()) || op.inputs().size() < 2) {
            return Optional.empty();
        }
        ModelTensor weights = graph.tensors().get(op.inputs().get(1));
        boolean unpacked = isUnpacked(op.inputs().get(1), graph);
        if (!weights.constant() && !unpacked) {
            return Optional.of("its weights are computed, and XNNPACK wants them constant");
        }
        if (valueType(op, graph).equals(FLOAT) && QUANTISED.contains(weights.type())) {
            return Optional.of("XNNPACK has no kernel for float values with " + weights.type() + " weights here");
        }
        boolean mixed =
                unpacked && op.inputs().size() > 2 && !isUnpacked(op.inputs().get(2), graph);
        return mixed
                ? Optional.of("its weights are FLOAT16 and its bias is not: XNNPACK takes both or none")
                : Optional.empty();
    }

    private static String ofType(ModelOperator op, String type) {
        boolean quantised = QUANTISED.contains(type);
        if (quantised && FLOAT_ONLY.contains(op.code()) || !quantised && !type.equals(FLOAT)) {
            return "XNNPACK has no " + type + " kernel for it";
        }
        return "XNNPACK has no kernel for these types, shapes or options of it";
    }

    /** Weights stored as float16 are constants that a DEQUANTIZE unpacks once. */
    private static boolean isUnpacked(int tensor, ModelGraph graph) {
        return graph.operators().stream().anyMatch(op -> op.outputs().contains(tensor) && unpacksWeights(op, graph));
    }

    private static boolean unpacksWeights(ModelOperator op, ModelGraph graph) {
        return op.code().equals("DEQUANTIZE")
                && graph.tensors().get(op.inputs().get(0)).constant();
    }

    private static String valueType(ModelOperator op, ModelGraph graph) {
        List<ModelTensor> values =
                touched(op, graph).stream().filter(tensor -> !tensor.constant()).toList();
        return values.isEmpty() ? "" : values.get(0).type();
    }

    private static List<ModelTensor> touched(ModelOperator op, ModelGraph graph) {
        return Stream.concat(op.inputs().stream(), op.outputs().stream())
                .filter(index -> index >= 0)
                .map(graph.tensors()::get)
                .toList();
    }
}

package dev.fathom.export.inspect;

import dev.fathom.export.tflite.ModelGraph;
import dev.fathom.export.tflite.ModelOperator;
import dev.fathom.export.tflite.ModelTensor;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The trained values of one graph: which operations read them, and how many there are. */
final class Weights {
    /** Operations whose whole-number constants are biases; elsewhere those are sizes, axes and the like. */
    private static final Set<String> WITH_BIAS =
            Set.of("CONV_2D", "DEPTHWISE_CONV_2D", "FULLY_CONNECTED", "TRANSPOSE_CONV", "CONV_3D");

    private static final Set<String> WHOLE = Set.of("INT32", "INT64", "UINT32", "BOOL", "STRING");
    private static final Set<String> UNPACKING = Set.of("DEQUANTIZE", "DENSIFY");

    private final ModelGraph graph;
    /** Where a value comes from that is only unpacked from a constant: float16 weights, sparse weights. */
    private final Map<Integer, Integer> packed = new HashMap<>();

    Weights(ModelGraph graph) {
        this.graph = graph;
        for (ModelOperator op : graph.operators()) {
            if (isUnpacking(op)) {
                packed.put(op.outputs().get(0), op.inputs().get(0));
            }
        }
    }

    private boolean isUnpacking(ModelOperator op) {
        return UNPACKING.contains(op.code())
                && !op.inputs().isEmpty()
                && op.inputs().get(0) >= 0
                && !op.outputs().isEmpty()
                && graph.tensors().get(op.inputs().get(0)).constant();
    }

    /** Trained values that an operation reads; unpacking is not reading. */
    long parameters(ModelOperator op) {
        return sources(op).stream()
                .mapToLong(i -> graph.tensors().get(i).elements())
                .sum();
    }

    /** Trained values of the graph, each counted once. */
    long parameters() {
        Set<Integer> all = new LinkedHashSet<>();
        graph.operators().forEach(op -> all.addAll(sources(op)));
        return all.stream().mapToLong(i -> graph.tensors().get(i).elements()).sum();
    }

    private Set<Integer> sources(ModelOperator op) {
        Set<Integer> found = new LinkedHashSet<>();
        if (isUnpacking(op)) {
            return found;
        }
        for (int i = 0; i < op.inputs().size(); i++) {
            int source = packed.getOrDefault(op.inputs().get(i), op.inputs().get(i));
            if (source >= 0 && isTrained(op, i, graph.tensors().get(source))) {
                found.add(source);
            }
        }
        return found;
    }

    private static boolean isTrained(ModelOperator op, int place, ModelTensor tensor) {
        // The first input of a transposed convolution is the size of its result.
        boolean bias = WITH_BIAS.contains(op.code()) && place > 0;
        return tensor.constant() && (bias || !WHOLE.contains(tensor.type()));
    }

    /** Adds the bytes of the graph's constants by type; graphs may share buffers, so those seen are remembered. */
    void addBytes(TreeMap<String, Long> byType, Set<Long> seenBuffers) {
        for (ModelTensor tensor : graph.tensors()) {
            if (tensor.constant() && seenBuffers.add(tensor.buffer())) {
                byType.merge(tensor.type(), (long) tensor.bytes(), Long::sum);
            }
        }
    }
}

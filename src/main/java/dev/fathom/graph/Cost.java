package dev.fathom.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a graph costs for one image.
 *
 * @param parameters trainable values
 * @param buffers batch-norm statistics
 * @param macs multiply-accumulates of the convolutions
 * @param activationBytes float32 results of all nodes together: what training has to keep
 * @param peakActivationBytes the most that is alive at one time when run node by node: what inference needs
 */
public record Cost(long parameters, long buffers, long macs, long activationBytes, long peakActivationBytes) {

    /** Cost of the whole graph. */
    public static Cost of(Graph graph) {
        return of(graph, node -> true);
    }

    /** Cost of the nodes whose name starts with {@code prefix}; activations are of those nodes only. */
    public static Cost of(Graph graph, String prefix) {
        return of(graph, node -> node.startsWith(prefix));
    }

    /** Cost of the nodes with these names; activations are of those nodes only. */
    public static Cost of(Graph graph, Predicate<String> part) {
        long parameters = 0;
        long buffers = 0;
        long macs = 0;
        long bytes = 0;
        for (Node node : graph.nodes()) {
            if (!part.test(node.name())) {
                continue;
            }
            for (ParameterSpec spec : node.op().parameters()) {
                if (spec.trainable()) {
                    parameters += spec.elements();
                } else {
                    buffers += spec.elements();
                }
            }
            macs += node.op().macs(graph.inputShapes(node));
            bytes += bytes(graph, node.name());
        }
        return new Cost(parameters, buffers, macs, bytes, peakBytes(graph, part));
    }

    private static long peakBytes(Graph graph, Predicate<String> part) {
        Map<String, Integer> readers = new HashMap<>();
        for (Node node : graph.nodes()) {
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        graph.outputs().values().forEach(output -> readers.merge(output, 1, Integer::sum));
        long live = 0;
        long peak = 0;
        for (Node node : graph.nodes()) {
            live += bytes(graph, node.name());
            if (part.test(node.name())) {
                peak = Math.max(peak, live);
            }
            for (String input : node.inputs()) {
                if (readers.merge(input, -1, Integer::sum) == 0) {
                    live -= bytes(graph, input);
                }
            }
        }
        return peak;
    }

    private static long bytes(Graph graph, String node) {
        return graph.shape(node).elements() * Float.BYTES;
    }
}

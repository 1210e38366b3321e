package dev.fathom.training;

import dev.fathom.graph.Graph;
import dev.fathom.graph.Node;
import dev.fathom.graph.Resize;

/** Where a network's depth is before its last, nearest upsampling: the same information in far fewer values. */
final class NativeDepth {
    private static final String OUTPUT = "depth";

    private NativeDepth() {}

    /** The node; it is that of the output itself if the network does not end in a nearest upsampling. */
    static String nodeOf(Graph graph) {
        Node node = graph.node(graph.outputs().get(OUTPUT));
        while (node.op() instanceof Resize resize && resize.mode() == Resize.Mode.NEAREST) {
            node = graph.node(node.inputs().get(0));
        }
        return node.name();
    }
}

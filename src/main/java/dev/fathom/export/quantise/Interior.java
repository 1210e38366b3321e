package dev.fathom.export.quantise;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.WithActivation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a network that computes with whole numbers: from the first convolution to the last, which itself stays in
 * floats. In front of it a picture is resized and centred, behind it depth is enlarged; eight bits would round both, and
 * nothing there is large enough to gain by it.
 */
final class Interior {
    private final List<LiteNode> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Interior(LiteGraph graph) {
        Set<String> behind = new HashSet<>();
        for (LiteNode node : graph.nodes()) {
            if (isConvolution(node) || node.inputs().stream().anyMatch(behind::contains)) {
                behind.add(node.name());
            }
        }
        Set<String> before = before(graph);
        for (LiteNode node : graph.nodes()) {
            if (behind.contains(node.name()) && before.contains(node.name())) {
                nodes.add(node);
                names.add(node.name());
            }
        }
    }

    /** What a convolution is computed from. */
    private static Set<String> before(LiteGraph graph) {
        Set<String> before = new HashSet<>();
        List<LiteNode> all = graph.nodes();
        for (int i = all.size() - 1; i >= 0; i--) {
            LiteNode node = all.get(i);
            if (isConvolution(node) || before.contains(node.name())) {
                before.addAll(node.inputs());
            }
        }
        return before;
    }

    static boolean isConvolution(LiteNode node) {
        return node.op() instanceof WithActivation.Conv2d || node.op() instanceof WithActivation.DepthwiseConv2d;
    }

    /** In the order they run. */
    List<LiteNode> nodes() {
        return nodes;
    }

    /** Whether a value is made here. */
    boolean makes(String value) {
        return names.contains(value);
    }
}

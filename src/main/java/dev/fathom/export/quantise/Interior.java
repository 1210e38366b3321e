package dev.fathom.export.quantise;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.WithActivation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of a network that computes with whole numbers: all of it, but for what comes after the last computation. That
 * is cutting the depth to a range, of which XNNPACK has no whole-number form, and copying values to where they belong.
 * Neither rounds, so every processor gives the same bits; and there are fewer values to turn into floats in front of the
 * copies than behind them.
 */
final class Interior {
    private final List<LiteNode> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    Interior(LiteGraph graph) {
        Set<String> cut = new HashSet<>();
        for (LiteNode node : graph.nodes()) {
            if (node.op() instanceof LiteOp.Limit || node.inputs().stream().anyMatch(cut::contains)) {
                cut.add(node.name());
            }
        }
        Set<String> read = readByComputations(graph);
        for (LiteNode node : graph.nodes()) {
            boolean copied = node.op().copies() && !read.contains(node.name());
            if (!cut.contains(node.name()) && !copied) {
                nodes.add(node);
                names.add(node.name());
            }
        }
    }

    /** What something is computed from, directly or through copies. */
    private static Set<String> readByComputations(LiteGraph graph) {
        Set<String> read = new HashSet<>();
        List<LiteNode> all = graph.nodes();
        for (int i = all.size() - 1; i >= 0; i--) {
            LiteNode node = all.get(i);
            if (!node.op().copies() || read.contains(node.name())) {
                read.addAll(node.inputs());
            }
        }
        return read;
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

package dev.fathom.export.quantise;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.WithActivation;
import java.util.List;

/**
 * What XNNPACK asks of neighbouring scales: the factor from what an operation accumulates to what it stores has to be
 * below 2^8, for sums not below 2^-10, for products 2^-16. Outside of that it refuses the operation or, for convolutions,
 * the whole model. Trained networks get there by channels that have died.
 */
final class ScaleLimits {
    /** Half of what is allowed. */
    private static final double MOST = 1 << 7;

    private static final double LEAST_OF_SUM = 1.0 / (1 << 9);
    private static final double LEAST_OF_PRODUCT = 1.0 / (1 << 15);
    private static final double WEIGHT_STEPS = 127;

    private final LiteGraph graph;
    private final List<LiteNode> nodes;
    private final Scales scales;

    ScaleLimits(LiteGraph graph, List<LiteNode> nodes, Scales scales) {
        this.graph = graph;
        this.nodes = nodes;
        this.scales = scales;
    }

    /** Widens ranges until all fit; each round can only move what the one before has moved. */
    void apply() {
        boolean moved = true;
        for (int round = 0; moved && round <= nodes.size(); round++) {
            moved = false;
            for (LiteNode node : nodes) {
                moved |= fit(node);
            }
        }
    }

    private boolean fit(LiteNode node) {
        if (Interior.isConvolution(node)) {
            Range weights = Range.of(graph.constants().get(node.inputs().get(1)));
            double weightStep = Math.max(weights.high(), -weights.low()) / WEIGHT_STEPS;
            return scales.widen(node.name(), scales.step(node.x()) * weightStep / MOST);
        }
        if (node.op() instanceof WithActivation.Add) {
            return fitSum(node);
        }
        if (node.op() instanceof WithActivation.Mul) {
            return fitProduct(node);
        }
        return node.op() instanceof LiteOp.Mean && scales.widen(node.name(), scales.step(node.x()) / MOST);
    }

    private boolean fitSum(LiteNode node) {
        boolean moved = false;
        for (String input : node.inputs()) {
            moved |= scales.widen(node.name(), scales.step(input) / MOST);
            moved |= scales.widen(input, scales.step(node.name()) * LEAST_OF_SUM);
        }
        return moved;
    }

    private boolean fitProduct(LiteNode node) {
        String a = node.inputs().get(0);
        String b = node.inputs().get(1);
        boolean moved = scales.widen(node.name(), scales.step(a) * scales.step(b) / MOST);
        return moved | scales.widen(a, scales.step(node.name()) * LEAST_OF_PRODUCT / scales.step(b));
    }
}

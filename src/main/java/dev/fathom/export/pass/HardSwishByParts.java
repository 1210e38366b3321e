package dev.fathom.export.pass;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.WithActivation;
import java.util.List;

/**
 * Hard swish as x * relu6(x + 3) * (1 / 6), for whole numbers, of which XNNPACK has no hard swish. The sixth is one
 * number a channel, so that a convolution after it can take it in.
 */
public final class HardSwishByParts implements Pass {
    @Override
    public String name() {
        return "hard swish by parts";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            if (node.op().equals(new LiteOp.Unary(LiteOp.Unary.Function.HARD_SWISH))) {
                rewrite.replace(
                        node.name(), parts(rewrite, node, graph.shape(node.x()).channels()));
            }
        }
        return rewrite.graph();
    }

    private static List<LiteNode> parts(Rewrite rewrite, LiteNode node, int channels) {
        String three = rewrite.addConstant(node.name() + "/three", Constant.vector(1, i -> 3));
        String sixth = rewrite.addConstant(node.name() + "/sixth", Constant.vector(channels, c -> 1.0 / 6));
        String gate = node.name() + "/gate";
        String product = node.name() + "/product";
        return List.of(
                new LiteNode(gate, new WithActivation.Add(Fused.RELU6), node.x(), three),
                new LiteNode(product, new WithActivation.Mul(Fused.NONE), node.x(), gate),
                new LiteNode(node.name(), new WithActivation.Mul(Fused.NONE), product, sixth));
    }
}

package dev.fathom.export.pass;

import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.WithActivation;
import java.util.List;

/** A ReLU or ReLU6 goes into the operation before it, if nothing else reads that operation's result. */
public final class FuseActivations implements Pass {
    @Override
    public String name() {
        return "fuse activations";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            Fused activation = activation(node.op());
            if (activation != Fused.NONE) {
                rewrite.onlyReadProducer(node.x()).ifPresent(before -> fuse(rewrite, before, node, activation));
            }
        }
        return rewrite.graph();
    }

    private static void fuse(Rewrite rewrite, LiteNode before, LiteNode node, Fused activation) {
        if (before.op() instanceof WithActivation op && op.fused() == Fused.NONE) {
            rewrite.replace(node.name(), List.of(new LiteNode(node.name(), op.withFused(activation), before.inputs())));
        }
    }

    static Fused activation(LiteOp op) {
        if (op.equals(new LiteOp.Unary(LiteOp.Unary.Function.RELU))) {
            return Fused.RELU;
        }
        return op.equals(new LiteOp.Unary(LiteOp.Unary.Function.RELU6)) ? Fused.RELU6 : Fused.NONE;
    }
}

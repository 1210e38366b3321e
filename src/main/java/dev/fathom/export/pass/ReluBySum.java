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
 * A ReLU that stands alone, as the sum with 0 that applies it to its result: of whole numbers XNNPACK takes a ReLU only
 * as a part of another operation.
 */
public final class ReluBySum implements Pass {
    @Override
    public String name() {
        return "relu by sum";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            Fused activation = FuseActivations.activation(node.op());
            if (activation != Fused.NONE) {
                String zero = rewrite.addConstant(node.name() + "/zero", Constant.vector(1, i -> 0));
                LiteOp sum = new WithActivation.Add(activation);
                rewrite.replace(node.name(), List.of(new LiteNode(node.name(), sum, node.x(), zero)));
            }
        }
        return rewrite.graph();
    }
}

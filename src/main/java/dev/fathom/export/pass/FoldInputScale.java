package dev.fathom.export.pass;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.WithActivation;
import java.util.List;
import java.util.Optional;

/**
 * A product with one constant a channel in front of a convolution goes into its weights: W' = W * s. Exact with zero
 * padding, because zero times anything is zero; a sum in front (the mean of a normalisation) is not, and stays.
 */
public final class FoldInputScale implements Pass {
    @Override
    public String name() {
        return "fold input scale";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            if (node.op() instanceof WithActivation.Conv2d) {
                fold(rewrite, node);
            }
        }
        return rewrite.graph();
    }

    private static void fold(Rewrite rewrite, LiteNode conv) {
        Optional<LiteNode> pad = rewrite.onlyReadProducer(conv.x()).filter(FoldInputScale::isZeroPad);
        LiteNode reader = pad.orElse(conv);
        Optional<LiteNode> product =
                rewrite.onlyReadProducer(reader.x()).filter(n -> n.op().equals(new WithActivation.Mul(Fused.NONE)));
        Optional<Constant> factor =
                product.flatMap(n -> rewrite.constant(n.inputs().get(1)));
        Constant weight = rewrite.constant(conv.inputs().get(1)).orElseThrow();
        int in = weight.shape().channels();
        if (factor.isEmpty() || factor.get().shape().elements() != in) {
            return;
        }
        Constant f = factor.get();
        String scaled = rewrite.addConstant(
                conv.name() + "/scaled_weight", Constant.rounded(weight.shape(), i -> weight.at(i) * f.at(i % in)));
        String unscaled = product.get().x();
        String x = pad.isPresent() ? pad.get().name() : unscaled;
        LiteNode folded =
                new LiteNode(conv.name(), conv.op(), x, scaled, conv.inputs().get(2));
        pad.ifPresent(p -> rewrite.replace(p.name(), List.of(new LiteNode(p.name(), p.op(), unscaled))));
        rewrite.replace(conv.name(), List.of(folded));
    }

    private static boolean isZeroPad(LiteNode node) {
        return node.op() instanceof LiteOp.Pad pad && pad.value() == 0;
    }
}

package dev.fathom.export.pass;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.WithActivation;
import java.util.List;
import java.util.Optional;

/**
 * A convolution followed by a product with, or a sum of, one constant a channel takes them into its weights and bias:
 * W' = W * s, b' = b * s + t. Computed in double.
 */
public final class FoldBatchNorm implements Pass {
    @Override
    public String name() {
        return "fold batch norm";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            boolean product = node.op().equals(new WithActivation.Mul(Fused.NONE));
            if (product || node.op().equals(new WithActivation.Add(Fused.NONE))) {
                fold(rewrite, node, product);
            }
        }
        return rewrite.graph();
    }

    private static void fold(Rewrite rewrite, LiteNode node, boolean product) {
        Optional<Constant> factor = rewrite.constant(node.inputs().get(1));
        Optional<LiteNode> producer = rewrite.onlyReadProducer(node.x()).filter(FoldBatchNorm::isLinearConvolution);
        if (factor.isEmpty() || producer.isEmpty()) {
            return;
        }
        LiteNode conv = producer.get();
        Constant bias = rewrite.constant(conv.inputs().get(2)).orElseThrow();
        Constant f = factor.get();
        if (!f.shape().equals(bias.shape())) {
            return;
        }
        String weightName = conv.inputs().get(1);
        if (product) {
            Constant weight = rewrite.constant(weightName).orElseThrow();
            weightName = rewrite.addConstant(node.name() + "/weight", scaled(conv.op(), weight, f));
        }
        Constant folded =
                Constant.vector(bias.shape().elements(), c -> product ? bias.at(c) * f.at(c) : bias.at(c) + f.at(c));
        String biasName = rewrite.addConstant(node.name() + "/bias", folded);
        rewrite.replace(node.name(), List.of(new LiteNode(node.name(), conv.op(), conv.x(), weightName, biasName)));
    }

    private static boolean isLinearConvolution(LiteNode node) {
        LiteOp op = node.op();
        return (op instanceof WithActivation.Conv2d conv && conv.fused() == Fused.NONE)
                || (op instanceof WithActivation.DepthwiseConv2d depthwise && depthwise.fused() == Fused.NONE);
    }

    private static Constant scaled(LiteOp op, Constant weight, Constant factor) {
        Shape shape = weight.shape();
        if (op instanceof WithActivation.DepthwiseConv2d) {
            return Constant.rounded(shape, i -> weight.at(i) * factor.at(i % shape.channels()));
        }
        int each = shape.elements() / shape.dim(0);
        return Constant.rounded(shape, i -> weight.at(i) * factor.at(i / each));
    }
}

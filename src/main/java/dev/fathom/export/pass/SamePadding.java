package dev.fathom.export.pass;

import dev.fathom.export.ir.Border;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.graph.Padding;
import java.util.List;

/** Zero padding in front of a convolution becomes the convolution's own SAME, where that pads exactly so. */
public final class SamePadding implements Pass {
    @Override
    public String name() {
        return "SAME padding";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            rewrite.onlyReadProducer(node.x()).ifPresent(pad -> merge(rewrite, graph, pad, node));
        }
        return rewrite.graph();
    }

    private static void merge(Rewrite rewrite, LiteGraph graph, LiteNode padNode, LiteNode node) {
        if (!(padNode.op() instanceof LiteOp.Pad pad) || pad.value() != 0) {
            return;
        }
        LiteOp same;
        int stride;
        if (node.op() instanceof WithActivation.Conv2d c && c.border() == Border.VALID) {
            same = new WithActivation.Conv2d(c.stride(), Border.SAME, c.fused());
            stride = c.stride();
        } else if (node.op() instanceof WithActivation.DepthwiseConv2d d && d.border() == Border.VALID) {
            same = new WithActivation.DepthwiseConv2d(d.stride(), d.multiplier(), Border.SAME, d.fused());
            stride = d.stride();
        } else {
            return;
        }
        Shape x = graph.shape(padNode.x());
        int kernel = graph.shape(node.inputs().get(1)).height();
        Padding.Explicit implied = new Padding.Same().resolve(x.height(), x.width(), kernel, stride);
        if (implied.equals(new Padding.Explicit(pad.top(), pad.left(), pad.bottom(), pad.right()))) {
            rewrite.replace(
                    node.name(),
                    List.of(new LiteNode(
                            node.name(),
                            same,
                            padNode.x(),
                            node.inputs().get(1),
                            node.inputs().get(2))));
        }
    }
}

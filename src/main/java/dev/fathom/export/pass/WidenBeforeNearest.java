package dev.fathom.export.pass;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.WithActivation;
import java.util.List;
import java.util.Optional;

/**
 * Lets a convolution with few outputs repeat them itself, so that a nearest resize after it has nothing left to do along
 * the width: [1, h, w, c] with its channels repeated f times is, read as [1, h, w * f, c], the map with every pixel f
 * times. Convolution kernels work on 8 to 16 channels at once, so the repeats cost nothing.
 */
public final class WidenBeforeNearest implements Pass {
    private static final int FREE_CHANNELS = 16;

    @Override
    public String name() {
        return "widen before nearest";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            if (node.op() instanceof LiteOp.ResizeNearest resize) {
                Shape x = graph.shape(node.x());
                int factor = resize.width() / x.width();
                boolean fits = resize.width() % x.width() == 0 && x.channels() * factor <= FREE_CHANNELS && factor > 1;
                Optional<LiteNode> conv =
                        rewrite.onlyReadProducer(node.x()).filter(n -> fits && n.op() instanceof WithActivation.Conv2d);
                conv.ifPresent(c -> rewrite.replace(node.name(), widened(rewrite, c, node, x, factor)));
            }
        }
        return rewrite.graph();
    }

    private static List<LiteNode> widened(Rewrite rewrite, LiteNode conv, LiteNode resize, Shape x, int factor) {
        Constant weight = rewrite.constant(conv.inputs().get(1)).orElseThrow();
        Constant bias = rewrite.constant(conv.inputs().get(2)).orElseThrow();
        Shape one = weight.shape();
        Shape many = Shape.of(one.dim(0) * factor, one.dim(1), one.dim(2), one.dim(3));
        String repeated = resize.name() + "/repeated";
        String wide = resize.name() + "/wide";
        String w =
                rewrite.addConstant(repeated + ".weight", Constant.rounded(many, i -> weight.at(i % one.elements())));
        String b = rewrite.addConstant(repeated + ".bias", Constant.vector(many.dim(0), i -> bias.at(i % one.dim(0))));
        Shape wideShape = Shape.map(x.height(), x.width() * factor, x.channels());
        return List.of(
                new LiteNode(repeated, conv.op(), conv.x(), w, b),
                new LiteNode(wide, new LiteOp.Reshape(wideShape), repeated),
                new LiteNode(resize.name(), resize.op(), wide));
    }
}

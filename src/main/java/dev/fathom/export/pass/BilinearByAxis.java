package dev.fathom.export.pass;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.Shape;
import java.util.List;

/**
 * A bilinear resize of one channel as one of the rows and one of the columns. The kernel works along the channels, of
 * which there is one; seen as [1, h, 1, w] a row is the channels and the rows are blended as vectors, and after a
 * transposition the columns are.
 */
public final class BilinearByAxis implements Pass {
    @Override
    public String name() {
        return "bilinear by axis";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            Shape x = graph.shape(node.inputs().get(0));
            if (node.op() instanceof LiteOp.ResizeBilinear resize && x.channels() == 1) {
                rewrite.replace(node.name(), byAxis(node, resize, x));
            }
        }
        return rewrite.graph();
    }

    private static List<LiteNode> byAxis(LiteNode node, LiteOp.ResizeBilinear resize, Shape x) {
        String rows = node.name() + "/rows";
        String tall = node.name() + "/tall";
        String turned = node.name() + "/turned";
        String wide = node.name() + "/wide";
        String back = node.name() + "/back";
        boolean corners = resize.alignCorners();
        return List.of(
                new LiteNode(rows, new LiteOp.Reshape(Shape.map(x.height(), 1, x.width())), node.x()),
                new LiteNode(tall, new LiteOp.ResizeBilinear(resize.height(), 1, corners), rows),
                new LiteNode(turned, new LiteOp.SwapHeightAndChannels(), tall),
                new LiteNode(wide, new LiteOp.ResizeBilinear(resize.width(), 1, corners), turned),
                new LiteNode(back, new LiteOp.SwapHeightAndChannels(), wide),
                new LiteNode(node.name(), new LiteOp.Reshape(Shape.map(resize.height(), resize.width(), 1)), back));
    }
}

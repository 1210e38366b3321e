package dev.fathom.export.pass;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A nearest resize by whole factors as concatenations of a tensor with itself, which XNNPACK takes: repeated along the
 * channels and read as a wider map, every pixel is repeated; with a row as the channels, every row. Bit exact.
 */
public final class NearestByConcat implements Pass {
    private static final int LAST = 3;

    @Override
    public String name() {
        return "nearest by concatenation";
    }

    @Override
    public LiteGraph apply(LiteGraph graph) {
        Rewrite rewrite = new Rewrite(graph);
        for (LiteNode node : rewrite.nodes()) {
            if (node.op() instanceof LiteOp.ResizeNearest resize) {
                Shape x = graph.shape(node.x());
                if (resize.height() % x.height() == 0 && resize.width() % x.width() == 0) {
                    rewrite.replace(node.name(), new Repeats(node, x).nodes());
                }
            }
        }
        return rewrite.graph();
    }

    /** The operations that stand for one resize. */
    private static final class Repeats {
        private final LiteNode resize;
        private final Shape x;
        private final Shape out;
        private final List<LiteNode> nodes = new ArrayList<>();

        Repeats(LiteNode resize, Shape x) {
            LiteOp.ResizeNearest op = (LiteOp.ResizeNearest) resize.op();
            this.resize = resize;
            this.x = x;
            this.out = Shape.map(op.height(), op.width(), x.channels());
        }

        List<LiteNode> nodes() {
            String value = repeat("pixels", resize.x(), out.width() / x.width());
            int tall = out.height() / x.height();
            if (tall > 1) {
                Shape rows = Shape.of(1, x.height(), 1, out.width() * out.channels());
                value = repeat("rows", reshape(resize.name() + "/row", rows, value), tall);
            }
            reshape(resize.name(), out, value);
            return nodes;
        }

        /** The last axis {@code times} over, in steps of as many inputs as XNNPACK takes. */
        private String repeat(String what, String value, int times) {
            if (times == 1) {
                return value;
            }
            int step = largestStep(times);
            if (step > 1) {
                return concat(what, times, Collections.nCopies(step, repeat(what, value, times / step)));
            }
            return concat(what, times, List.of(repeat(what, value, times - 1), value));
        }

        private static int largestStep(int times) {
            for (int step = LiteOp.Concat.MOST_INPUTS; step > 1; step--) {
                if (times % step == 0) {
                    return step;
                }
            }
            return 1;
        }

        private String concat(String what, int times, List<String> parts) {
            String name = resize.name() + "/" + what + times;
            nodes.add(new LiteNode(name, new LiteOp.Concat(LAST), parts));
            return name;
        }

        private String reshape(String name, Shape shape, String value) {
            nodes.add(new LiteNode(name, new LiteOp.Reshape(shape), value));
            return name;
        }
    }
}

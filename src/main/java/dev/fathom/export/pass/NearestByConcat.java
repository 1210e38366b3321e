package dev.fathom.export.pass;

import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Rewrite;
import dev.fathom.export.ir.Shape;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A nearest resize as concatenations of a tensor with itself, which XNNPACK takes: repeated along the channels and read
 * as a wider map, every pixel is repeated; with a row as the channels, every row. Bit exact.
 *
 * <p>Factors need not be whole: 4 rows that become 15 are repeated 4 times each and the last of the 16 cut off. That
 * holds for every factor just below a whole one; others stay as they are.
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
                Optional<Ratio> rows = Ratio.of(x.height(), resize.height());
                Optional<Ratio> columns = Ratio.of(x.width(), resize.width());
                if (rows.isPresent() && columns.isPresent()) {
                    rewrite.replace(node.name(), new Repeats(node, x, rows.get(), columns.get()).nodes());
                }
            }
        }
        return rewrite.graph();
    }

    /** Every {@code in} become {@code out}: each is there {@code times} over, but for the end that is cut off. */
    private record Ratio(int in, int out, int times) {
        static Optional<Ratio> of(int size, int resized) {
            int common =
                    BigInteger.valueOf(size).gcd(BigInteger.valueOf(resized)).intValue();
            int in = size / common;
            int out = resized / common;
            int times = (out + in - 1) / in;
            boolean onlyTheEndIsCut = out >= in && IntStream.range(0, out).allMatch(i -> i * in / out == i / times);
            return onlyTheEndIsCut ? Optional.of(new Ratio(in, out, times)) : Optional.empty();
        }
    }

    /** The operations that stand for one resize. */
    private static final class Repeats {
        private final LiteNode resize;
        private final Shape x;
        private final Ratio rows;
        private final Ratio columns;
        private final List<LiteNode> nodes = new ArrayList<>();

        Repeats(LiteNode resize, Shape x, Ratio rows, Ratio columns) {
            this.resize = resize;
            this.x = x;
            this.rows = rows;
            this.columns = columns;
        }

        List<LiteNode> nodes() {
            LiteOp.ResizeNearest op = (LiteOp.ResizeNearest) resize.op();
            String value = stretch("pixels", resize.x(), x, columns);
            if (rows.times() > 1) {
                Shape row = Shape.map(x.height(), 1, op.width() * x.channels());
                value = stretch("rows", reshape(resize.name() + "/row", row, value), row, rows);
            }
            reshape(resize.name(), Shape.map(op.height(), op.width(), x.channels()), value);
            return nodes;
        }

        /** Repeats the last axis of a value as the ratio says. */
        private String stretch(String what, String value, Shape items, Ratio ratio) {
            String repeated = repeat(what, value, ratio.times());
            if (ratio.out() == ratio.in() * ratio.times()) {
                return repeated;
            }
            int groups = items.height() * items.width() / ratio.in();
            Shape whole = Shape.map(groups, 1, ratio.in() * ratio.times() * items.channels());
            Shape first = Shape.map(groups, 1, ratio.out() * items.channels());
            String grouped = reshape(resize.name() + "/" + what + "_groups", whole, repeated);
            String cut = resize.name() + "/" + what + "_cut";
            nodes.add(new LiteNode(cut, new LiteOp.FirstChannels(first), grouped));
            return cut;
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

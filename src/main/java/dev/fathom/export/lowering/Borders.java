package dev.fathom.export.lowering;

import dev.fathom.export.ir.Border;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.graph.Node;
import dev.fathom.graph.Padding;
import dev.fathom.graph.TensorShape;
import java.util.List;

/**
 * What a sliding window reads, and how it treats the border.
 *
 * <p>TFLite knows SAME and VALID only. Explicit padding is cut at the bottom and right to what the window reaches (for
 * kernel 3, stride 2, padding 1 on an even size that is 1 above and 0 below); if that is what SAME adds, SAME it is,
 * else an operation of its own, which XNNPACK merges with a convolution that follows.
 */
record Borders(String x, Border border) {

    static Borders of(Node node, int kernel, int stride, Padding padding, float fill, Draft draft) {
        String x = node.inputs().get(0);
        if (padding instanceof Padding.Same) {
            return new Borders(x, Border.SAME);
        }
        Padding.Explicit p = (Padding.Explicit) padding;
        TensorShape in = draft.inputShape(node);
        TensorShape out = draft.graph().shape(node.name());
        int bottom = reached(in.height(), out.height(), kernel, stride, p.top());
        int right = reached(in.width(), out.width(), kernel, stride, p.left());
        if (p.top() == 0 && p.left() == 0 && bottom == 0 && right == 0) {
            return new Borders(x, Border.VALID);
        }
        Padding.Explicit same = new Padding.Same().resolve(in.height(), in.width(), kernel, stride);
        if (same.equals(new Padding.Explicit(p.top(), p.left(), bottom, right))) {
            return new Borders(x, Border.SAME);
        }
        LiteOp pad = new LiteOp.Pad(p.top(), p.left(), bottom, right, fill);
        return new Borders(draft.emit(node.name() + "/pad", pad, List.of(x)), Border.VALID);
    }

    private static int reached(int in, int out, int kernel, int stride, int before) {
        return Math.max(0, (out - 1) * stride + kernel - in - before);
    }
}

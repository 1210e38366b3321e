package dev.fathom.export.lowering;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Fused;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Shape;
import dev.fathom.export.ir.WithActivation;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.Node;
import java.util.List;

/** A convolution; weights go from [out, in / groups, height, width] to TFLite's two layouts. */
final class ConvolutionRule implements LoweringRule {
    @Override
    public void lower(Node node, Draft draft) {
        Conv2d conv = (Conv2d) node.op();
        Borders borders = Borders.of(node, conv.kernel(), conv.stride(), conv.padding(), 0f, draft);
        float[] w = draft.parameter(node, "weight");
        LiteOp op = conv.isDepthwise()
                ? new WithActivation.DepthwiseConv2d(
                        conv.stride(), conv.out() / conv.in(), borders.border(), Fused.NONE)
                : new WithActivation.Conv2d(conv.stride(), borders.border(), Fused.NONE);
        Constant layout = conv.isDepthwise() ? depthwise(conv, w) : dense(conv, w);
        String weight = draft.constant(node.name() + ".weight", layout);
        float[] b = conv.bias() ? draft.parameter(node, "bias") : new float[conv.out()];
        String bias = draft.constant(node.name() + ".bias", Constant.vector(b.length, i -> b[i]));
        draft.emit(node.name(), op, List.of(borders.x(), weight, bias));
    }

    /** [out, height, width, in / groups]. */
    private static Constant dense(Conv2d conv, float[] w) {
        int in = conv.in() / conv.groups();
        int area = conv.kernel() * conv.kernel();
        Shape shape = Shape.of(conv.out(), conv.kernel(), conv.kernel(), in);
        return Constant.rounded(shape, i -> {
            int out = i / (area * in);
            int pixel = i / in % area;
            return w[(out * in + i % in) * area + pixel];
        });
    }

    /** [1, height, width, out]. */
    private static Constant depthwise(Conv2d conv, float[] w) {
        int area = conv.kernel() * conv.kernel();
        Shape shape = Shape.of(1, conv.kernel(), conv.kernel(), conv.out());
        return Constant.rounded(shape, i -> w[i % conv.out() * area + i / conv.out()]);
    }
}

package dev.fathom.engine.script;

import static dev.fathom.engine.script.NodeScript.bool;
import static dev.fathom.engine.script.NodeScript.call;
import static dev.fathom.engine.script.NodeScript.list;

import dev.fathom.graph.AveragePool;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.MaxPool;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.TensorShape;

/** Operations that look at a place's neighbours. */
final class WindowEmitters {
    private static final String NO_DILATION = list(1, 1);

    private WindowEmitters() {}

    static String convolution(NodeScript node) {
        Conv2d conv = node.op(Conv2d.class);
        Padding.Explicit pad = padding(node, conv.padding(), conv.kernel(), conv.stride());
        boolean even = isEven(pad);
        return call(
                "conv2d",
                even ? node.x() : padded(node.x(), pad, "0."),
                node.parameter("weight"),
                conv.bias() ? node.parameter("bias") : "None",
                list(conv.stride(), conv.stride()),
                even ? list(pad.top(), pad.left()) : list(0, 0),
                NO_DILATION,
                String.valueOf(conv.groups()));
    }

    static String maxPool(NodeScript node) {
        MaxPool pool = node.op(MaxPool.class);
        Padding.Explicit pad = padding(node, pool.padding(), pool.kernel(), pool.stride());
        // libtorch itself pads at most half a window, the same on opposite sides.
        boolean builtIn = isEven(pad) && 2 * Math.max(pad.top(), pad.left()) <= pool.kernel();
        return call(
                "max_pool2d",
                builtIn ? node.x() : padded(node.x(), pad, "float(\"-inf\")"),
                list(pool.kernel(), pool.kernel()),
                list(pool.stride(), pool.stride()),
                builtIn ? list(pad.top(), pad.left()) : list(0, 0),
                NO_DILATION,
                "False");
    }

    static String averagePool(NodeScript node) {
        AveragePool pool = node.op(AveragePool.class);
        return call(
                "avg_pool2d",
                node.x(),
                list(pool.kernel(), pool.kernel()),
                list(pool.stride(), pool.stride()),
                list(pool.padding(), pool.padding()),
                bool(pool.ceil()),
                bool(pool.countPadding()),
                "None");
    }

    static String globalAveragePool(NodeScript node) {
        return call("adaptive_avg_pool2d", node.x(), list(1, 1));
    }

    static String resize(NodeScript node) {
        Resize resize = node.op(Resize.class);
        String size = list(resize.height(), resize.width());
        return switch (resize.mode()) {
            case NEAREST -> call("upsample_nearest2d", node.x(), size, "None", "None");
            case BILINEAR -> call("upsample_bilinear2d", node.x(), size, "False", "None", "None");
            case BILINEAR_ALIGN_CORNERS -> call("upsample_bilinear2d", node.x(), size, "True", "None", "None");
        };
    }

    private static Padding.Explicit padding(NodeScript node, Padding padding, int kernel, int stride) {
        TensorShape in = node.shape();
        return padding.resolve(in.height(), in.width(), kernel, stride);
    }

    private static boolean isEven(Padding.Explicit pad) {
        return pad.top() == pad.bottom() && pad.left() == pad.right();
    }

    private static String padded(String x, Padding.Explicit pad, String value) {
        return call("constant_pad_nd", x, list(pad.left(), pad.right(), pad.top(), pad.bottom()), value);
    }
}

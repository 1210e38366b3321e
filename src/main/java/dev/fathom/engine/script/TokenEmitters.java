package dev.fathom.engine.script;

import static dev.fathom.engine.script.NodeScript.call;
import static dev.fathom.engine.script.NodeScript.list;

import dev.fathom.graph.LayerNorm;
import dev.fathom.graph.Linear;
import dev.fathom.graph.TensorShape;

/** Operations on the channels of each place: their values are seen as [N, height, width, channels], without a copy. */
final class TokenEmitters {
    private static final String CHANNELS_LAST = list(0, 2, 3, 1);
    private static final String CHANNELS_FIRST = list(0, 3, 1, 2);

    private TokenEmitters() {}

    static String layerNorm(NodeScript node) {
        LayerNorm norm = node.op(LayerNorm.class);
        return maps(call(
                "layer_norm",
                tokens(node),
                list(norm.channels()),
                node.parameter("weight"),
                node.parameter("bias"),
                String.valueOf(norm.eps()),
                "True"));
    }

    static String linear(NodeScript node) {
        String bias = node.op(Linear.class).bias() ? node.parameter("bias") : "None";
        return maps(call("linear", tokens(node), node.parameter("weight"), bias));
    }

    static String patchMerge(NodeScript node) {
        TensorShape shape = node.shape();
        String even = node.define(padded(tokens(node), shape.height() % 2, shape.width() % 2));
        String corners =
                String.join(", ", corner(even, 0, 0), corner(even, 1, 0), corner(even, 0, 1), corner(even, 1, 1));
        return maps(call("cat", "[" + corners + "]", "3"));
    }

    private static String corner(String x, int row, int column) {
        return everySecond(everySecond(x, 1, row), 2, column);
    }

    private static String everySecond(String x, int axis, int first) {
        return call("slice", x, String.valueOf(axis), String.valueOf(first), "9223372036854775807", "2");
    }

    /** The first input as [N, height, width, channels]. */
    static String tokens(NodeScript node) {
        return call("permute", node.x(), CHANNELS_LAST);
    }

    /** [N, height, width, channels] as [N, channels, height, width]. */
    static String maps(String tokens) {
        return call("permute", tokens, CHANNELS_FIRST);
    }

    /** Zeros below and to the right of [N, height, width, channels]. */
    static String padded(String tokens, int rows, int columns) {
        return rows == 0 && columns == 0
                ? tokens
                : call("constant_pad_nd", tokens, list(0, 0, 0, columns, 0, rows), "0.");
    }
}

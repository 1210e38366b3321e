package dev.fathom.engine.script;

import static dev.fathom.engine.script.NodeScript.call;
import static dev.fathom.engine.script.NodeScript.list;

import dev.fathom.graph.TensorShape;
import dev.fathom.graph.WindowAttention;

/**
 * Attention in windows. Finds which row of the bias table belongs to a pair of places as the constant {@code index},
 * and what is added to the logits of shifted windows as {@code mask}.
 */
final class AttentionEmitter {
    private final NodeScript node;
    private final WindowAttention op;
    private final int height;
    private final int width;

    private AttentionEmitter(NodeScript node) {
        this.node = node;
        this.op = node.op(WindowAttention.class);
        this.height = op.padded(node.shape().height());
        this.width = op.padded(node.shape().width());
    }

    static String attention(NodeScript node) {
        AttentionEmitter emitter = new AttentionEmitter(node);
        return emitter.merged(emitter.attended(emitter.windows()));
    }

    /** The map as [N * windows, places, channels]. */
    private String windows() {
        TensorShape shape = node.shape();
        String x = TokenEmitters.tokens(node);
        x = rolled(TokenEmitters.padded(x, height - shape.height(), width - shape.width()), -op.shift());
        int side = op.window();
        x = call("reshape", x, list(-1, height / side, side, width / side, side, op.channels()));
        return node.define(call("reshape", swapped(x), list(-1, side * side, op.channels())));
    }

    /** softmax(q k^T / sqrt(d) + bias) v in every window and head, and the projection. */
    private String attended(String x) {
        int places = op.window() * op.window();
        int depth = op.channels() / op.heads();
        String qkv = call("linear", x, node.parameter("qkv.weight"), node.parameter("qkv.bias"));
        qkv = call("reshape", qkv, list(-1, places, 3, op.heads(), depth));
        qkv = node.define(call("permute", qkv, list(2, 0, 3, 1, 4)));
        String q = call("mul", call("select", qkv, "0", "0"), String.valueOf(1 / Math.sqrt(depth)));
        String k = call("transpose", call("select", qkv, "0", "1"), "-2", "-1");
        String logits = node.define(call("add", call("matmul", q, k), bias(places)));
        String shares = call("softmax", masked(logits, places), "-1");
        String y = call("matmul", shares, call("select", qkv, "0", "2"));
        y = call("reshape", call("transpose", y, "1", "2"), list(-1, places, op.channels()));
        return call("linear", y, node.parameter("proj.weight"), node.parameter("proj.bias"));
    }

    /** The learned bias as [heads, places, places]. */
    private String bias(int places) {
        String rows =
                call("index_select", node.parameter("relative_position_bias_table"), "0", node.parameter("index"));
        return call("permute", call("reshape", rows, list(places, places, op.heads())), list(2, 0, 1));
    }

    private String masked(String logits, int places) {
        if (op.shift() == 0) {
            return logits;
        }
        int windows = height / op.window() * (width / op.window());
        String separate = call("reshape", logits, list(-1, windows, op.heads(), places, places));
        return call("reshape", call("add", separate, node.parameter("mask")), list(-1, op.heads(), places, places));
    }

    /** Windows as the map that they were cut from. */
    private String merged(String x) {
        TensorShape shape = node.shape();
        int side = op.window();
        x = call("reshape", x, list(-1, height / side, width / side, side, side, op.channels()));
        x = call("reshape", swapped(x), list(-1, height, width, op.channels()));
        x = rolled(node.define(x), op.shift());
        x = call("slice", x, "1", "0", String.valueOf(shape.height()), "1");
        x = call("slice", x, "2", "0", String.valueOf(shape.width()), "1");
        return TokenEmitters.maps(x);
    }

    /** Rows of windows and rows within a window change places with columns of windows. */
    private static String swapped(String x) {
        return call("permute", x, list(0, 1, 3, 2, 4, 5));
    }

    private static String rolled(String x, int by) {
        return by == 0 ? x : call("roll", x, list(by, by), list(1, 2));
    }
}

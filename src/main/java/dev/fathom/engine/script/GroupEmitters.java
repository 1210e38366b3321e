package dev.fathom.engine.script;

import static dev.fathom.engine.script.NodeScript.call;
import static dev.fathom.engine.script.NodeScript.list;

import dev.fathom.graph.RadixSoftmax;
import dev.fathom.graph.SumGroups;
import dev.fathom.graph.TensorShape;

/** Operations on equal groups of channels. */
final class GroupEmitters {
    private GroupEmitters() {}

    static String sum(NodeScript node) {
        return call("sum", grouped(node, node.op(SumGroups.class).groups()), list(1), "False");
    }

    static String softmax(NodeScript node) {
        TensorShape shape = node.shape();
        String shares =
                call("softmax", grouped(node, node.op(RadixSoftmax.class).radix()), "1");
        return call("reshape", shares, list(-1, shape.channels(), shape.height(), shape.width()));
    }

    /** The input as [N, groups, channels / groups, height, width]. */
    private static String grouped(NodeScript node, int groups) {
        TensorShape shape = node.shape();
        return call("reshape", node.x(), list(-1, groups, shape.channels() / groups, shape.height(), shape.width()));
    }
}

package dev.fathom.engine.script;

import static dev.fathom.engine.script.NodeScript.bool;
import static dev.fathom.engine.script.NodeScript.call;

import dev.fathom.graph.Activation;
import dev.fathom.graph.BatchNorm;
import dev.fathom.graph.DropPath;

/** Operations that treat every place of a feature map alike. */
final class PointEmitters {
    private PointEmitters() {}

    static String activation(NodeScript node) {
        String x = node.x();
        return switch (node.op(Activation.class).function()) {
            case RELU -> call("relu", x);
            case RELU6 -> call("hardtanh", x, "0.", "6.");
            case SIGMOID -> call("sigmoid", x);
            case HARD_SIGMOID -> call("hardsigmoid", x);
            case HARD_SWISH -> call("hardswish", x);
            case SWISH -> call("silu", x);
            case GELU -> call("gelu", x);
        };
    }

    static String add(NodeScript node) {
        return call("add", node.x(), node.input(1));
    }

    static String mul(NodeScript node) {
        return call("mul", node.x(), node.input(1));
    }

    static String concat(NodeScript node) {
        return call("cat", "[" + String.join(", ", node.inputs()) + "]", "1");
    }

    static String normalize(NodeScript node) {
        return call("div", call("sub", node.x(), node.parameter("mean")), node.parameter("std"));
    }

    static String batchNorm(NodeScript node) {
        BatchNorm norm = node.op(BatchNorm.class);
        return call(
                "batch_norm",
                node.x(),
                node.parameter("weight"),
                node.parameter("bias"),
                node.parameter("running_mean"),
                node.parameter("running_var"),
                bool(node.training()),
                String.valueOf(norm.momentum()),
                String.valueOf(norm.eps()),
                "True");
    }

    static String dropPath(NodeScript node) {
        DropPath drop = node.op(DropPath.class);
        if (!node.training() || !drop.random()) {
            return node.x();
        }
        String keep = String.valueOf(1 - drop.probability());
        String kept =
                call("bernoulli", call("new_empty", node.x(), "[torch.size(" + node.x() + ", 0), 1, 1, 1]"), keep);
        return call("mul", node.x(), call("div", kept, keep));
    }
}

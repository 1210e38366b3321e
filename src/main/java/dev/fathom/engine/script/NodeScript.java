package dev.fathom.engine.script;

import dev.fathom.graph.Node;
import dev.fathom.graph.Op;
import dev.fathom.graph.TensorShape;
import java.util.Arrays;
import java.util.List;

/** One node while it is written: what it reads, by the names that the script gave it. Values are [N, channels, ...]. */
final class NodeScript {
    private final GraphScript script;
    private final Node node;

    NodeScript(GraphScript script, Node node) {
        this.script = script;
        this.node = node;
    }

    /** The node's operation, which is of this type. */
    <T extends Op> T op(Class<T> type) {
        return type.cast(node.op());
    }

    /** Whether the pass is one of training. */
    boolean training() {
        return script.training();
    }

    /** The first input. */
    String x() {
        return input(0);
    }

    String input(int index) {
        return script.variable(node.inputs().get(index));
    }

    List<String> inputs() {
        return node.inputs().stream().map(script::variable).toList();
    }

    /** Shape of the first input, without the batch. */
    TensorShape shape() {
        return script.graph().shape(node.inputs().get(0));
    }

    /** A parameter, buffer or constant of the node by the end of its name. */
    String parameter(String suffix) {
        return script.parameter(node.name() + "." + suffix);
    }

    /** A statement of its own in front of the node's; returns the variable that holds the expression's value. */
    String define(String expression) {
        return script.define(expression);
    }

    static String call(String operation, String... arguments) {
        return "torch." + operation + "(" + String.join(", ", arguments) + ")";
    }

    /** A list of whole numbers. */
    static String list(int... numbers) {
        return Arrays.toString(numbers);
    }

    static String bool(boolean value) {
        return value ? "True" : "False";
    }
}

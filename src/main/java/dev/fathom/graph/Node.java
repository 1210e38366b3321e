package dev.fathom.graph;

import java.util.List;

/**
 * An operation at its place in a graph.
 *
 * @param name unique; for operations with parameters the module path of the reference implementation
 * @param inputs names of the nodes that feed it
 */
public record Node(String name, Op op, List<String> inputs) {
    public Node {
        inputs = List.copyOf(inputs);
    }

    /** State-dict name of one of the operation's parameters. */
    public String parameterName(ParameterSpec spec) {
        return name + "." + spec.suffix();
    }
}

package dev.fathom.export.ir;

import java.util.List;

/**
 * An operation at its place.
 *
 * @param name unique; also the name of the value it makes
 * @param inputs names of nodes, graph inputs and constants, in TFLite's order
 */
public record LiteNode(String name, LiteOp op, List<String> inputs) {
    public LiteNode {
        inputs = List.copyOf(inputs);
    }

    public LiteNode(String name, LiteOp op, String... inputs) {
        this(name, op, List.of(inputs));
    }

    /** The first input: for every operation with constants, the value they act on. */
    public String x() {
        return inputs.get(0);
    }
}

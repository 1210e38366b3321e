package dev.fathom.export.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An immutable graph of TFLite's operations in the order they run. Shapes are inferred when it is made. */
public final class LiteGraph {
    private final String name;
    private final Map<String, Shape> inputs;
    private final Map<String, Constant> constants;
    private final Map<String, LiteNode> nodes;
    private final Map<String, String> outputs;
    private final Map<String, Shape> shapes = new HashMap<>();

    /**
     * @param inputs name and shape of what is fed
     * @param nodes each after those it reads
     * @param outputs name a caller asks for, to the value it is
     * @throws IllegalArgumentException naming the node, if something does not fit
     */
    public LiteGraph(
            String name,
            Map<String, Shape> inputs,
            Map<String, Constant> constants,
            List<LiteNode> nodes,
            Map<String, String> outputs) {
        this.name = name;
        this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        this.constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        this.nodes = new LinkedHashMap<>();
        shapes.putAll(inputs);
        constants.forEach((key, constant) -> shapes.put(key, constant.shape()));
        for (LiteNode node : nodes) {
            if (shapes.put(node.name(), infer(node)) != null) {
                throw new IllegalArgumentException("two values are called " + node.name());
            }
            this.nodes.put(node.name(), node);
        }
        outputs.values().forEach(this::shape);
    }

    private Shape infer(LiteNode node) {
        List<Shape> read = new ArrayList<>();
        node.inputs().forEach(input -> read.add(shape(input)));
        try {
            return node.op().outputShape(read);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(node.name() + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public Map<String, Shape> inputs() {
        return inputs;
    }

    public Map<String, Constant> constants() {
        return constants;
    }

    public List<LiteNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Output name to the value it is. */
    public Map<String, String> outputs() {
        return outputs;
    }

    /** Whether something is called so: an input, a constant or a node's result. */
    public boolean has(String value) {
        return shapes.containsKey(value);
    }

    /** Shape of an input, a constant or a node's result. */
    public Shape shape(String value) {
        Shape shape = shapes.get(value);
        if (shape == null) {
            throw new IllegalArgumentException(name + " has no value " + value + " at this place");
        }
        return shape;
    }

    /** The same computation with other values as outputs. */
    public LiteGraph withOutputs(Map<String, String> others) {
        return new Rewrite(this, others).graph();
    }
}

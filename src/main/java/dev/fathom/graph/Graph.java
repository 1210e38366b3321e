package dev.fathom.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable network: nodes in topological order, with named outputs and taps. Shapes are inferred when it is made,
 * so a graph that exists fits together.
 */
public final class Graph {
    private final String name;
    private final Map<String, Node> nodes;
    private final Map<String, TensorShape> shapes;
    private final Map<String, String> outputs;
    private final List<Tap> taps;

    /**
     * @param outputs output name to node name, the main output first
     * @throws IllegalArgumentException naming the node, if something does not fit
     */
    public Graph(String name, List<Node> nodes, Map<String, String> outputs, List<Tap> taps) {
        this.name = name;
        this.nodes = new LinkedHashMap<>();
        this.shapes = new LinkedHashMap<>();
        for (Node node : nodes) {
            if (this.nodes.putIfAbsent(node.name(), node) != null) {
                throw new IllegalArgumentException("two nodes are called " + node.name());
            }
            shapes.put(node.name(), infer(node));
        }
        this.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        this.taps = List.copyOf(taps);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException(name + " has no output");
        }
        outputs.values().forEach(this::node);
        taps.forEach(tap -> node(tap.node()));
    }

    private TensorShape infer(Node node) {
        List<TensorShape> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            TensorShape shape = shapes.get(input);
            if (shape == null) {
                throw new IllegalArgumentException(node.name() + " reads " + input + ", which does not come before it");
            }
            inputs.add(shape);
        }
        try {
            return node.op().outputShape(inputs);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(node.name() + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    /** All nodes, each after those it reads. */
    public List<Node> nodes() {
        return List.copyOf(nodes.values());
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public Node node(String nodeName) {
        Node node = nodes.get(nodeName);
        if (node == null) {
            throw new IllegalArgumentException(name + " has no node " + nodeName);
        }
        return node;
    }

    /** Shape of a node's result. */
    public TensorShape shape(String nodeName) {
        return shapes.get(node(nodeName).name());
    }

    /** Shapes that a node reads, in order. */
    public List<TensorShape> inputShapes(Node node) {
        return node.inputs().stream().map(this::shape).toList();
    }

    /** The nodes that are fed from outside. */
    public List<Node> inputs() {
        return nodes.values().stream().filter(n -> n.op() instanceof Input).toList();
    }

    /** Output name to node name; the first is the main one. */
    public Map<String, String> outputs() {
        return outputs;
    }

    /** Feature maps offered to distillation, from the input towards the output. */
    public List<Tap> taps() {
        return taps;
    }

    /** The given nodes and all that they are computed from. */
    public Set<String> ancestors(Collection<String> results) {
        Set<String> seen = new HashSet<>(results);
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String input : node(open.pop()).inputs()) {
                if (seen.add(input)) {
                    open.push(input);
                }
            }
        }
        return seen;
    }

    /**
     * The first batch norm that sees one value a channel in each image, as one behind a global pool does: it has a
     * variance, and the network can be trained, only with two images or more in a batch.
     */
    public Optional<Node> oneValueNorm() {
        return nodes.values().stream()
                .filter(node -> node.op() instanceof BatchNorm norm
                        && shapes.get(node.name()).elements() == norm.channels())
                .findFirst();
    }

    /** Images that a batch must have for training: 2 if there is a {@link #oneValueNorm}. */
    public int fewestTrainingImages() {
        return oneValueNorm().isPresent() ? 2 : 1;
    }

    /** Every parameter and buffer in state-dict order, by its full name. */
    public Map<String, ParameterSpec> parameters() {
        Map<String, ParameterSpec> all = new LinkedHashMap<>();
        for (Node node : nodes.values()) {
            for (ParameterSpec spec : node.op().parameters()) {
                all.put(node.parameterName(spec), spec);
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return name + " (" + nodes.size() + " nodes)";
    }
}

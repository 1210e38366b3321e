package dev.fathom.export.ir;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph being changed by a pass. Every replacement ends in a node of the replaced one's name, so that readers stay as
 * they are; what nobody reads any more disappears at once.
 */
public final class Rewrite {
    private final LiteGraph source;
    private final Map<String, Constant> constants;
    private final Map<String, String> outputs;
    private Map<String, LiteNode> nodes = new LinkedHashMap<>();

    public Rewrite(LiteGraph source) {
        this(source, source.outputs());
    }

    Rewrite(LiteGraph source, Map<String, String> outputs) {
        this.source = source;
        this.constants = new LinkedHashMap<>(source.constants());
        this.outputs = outputs;
        source.nodes().forEach(node -> nodes.put(node.name(), node));
        dropUnread();
    }

    /** The nodes of this moment, in order. */
    public List<LiteNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The node that makes a value; nothing for inputs, constants and nodes that are gone. */
    public Optional<LiteNode> producer(String value) {
        return Optional.ofNullable(nodes.get(value));
    }

    /** The node that makes a value, if one other node and no output of the graph reads it. */
    public Optional<LiteNode> onlyReadProducer(String value) {
        boolean once = readers(value).size() == 1 && !outputs.containsValue(value);
        return once ? producer(value) : Optional.empty();
    }

    public List<LiteNode> readers(String value) {
        return nodes.values().stream().filter(n -> n.inputs().contains(value)).toList();
    }

    /** A constant by name; nothing if the value is computed. */
    public Optional<Constant> constant(String value) {
        return Optional.ofNullable(constants.get(value));
    }

    /** Adds a constant and returns its name. */
    public String addConstant(String name, Constant constant) {
        if (constants.putIfAbsent(name, constant) != null) {
            throw new IllegalArgumentException("two constants are called " + name);
        }
        return name;
    }

    /**
     * Puts nodes in the place of one.
     *
     * @param replacement the last carries the name of the replaced node
     */
    public void replace(String name, List<LiteNode> replacement) {
        if (!replacement.get(replacement.size() - 1).name().equals(name)) {
            throw new IllegalArgumentException("the replacement of " + name + " does not end in it");
        }
        Map<String, LiteNode> changed = new LinkedHashMap<>();
        for (LiteNode node : nodes.values()) {
            for (LiteNode placed : node.name().equals(name) ? replacement : List.of(node)) {
                if (changed.put(placed.name(), placed) != null) {
                    throw new IllegalArgumentException("two nodes are called " + placed.name());
                }
            }
        }
        nodes = changed;
        dropUnread();
    }

    private void dropUnread() {
        boolean dropped = true;
        while (dropped) {
            Set<String> read = new HashSet<>(outputs.values());
            nodes.values().forEach(node -> read.addAll(node.inputs()));
            dropped = nodes.values().removeIf(node -> !read.contains(node.name()));
        }
    }

    /** The graph after all changes. */
    public LiteGraph graph() {
        Map<String, Constant> read = new LinkedHashMap<>();
        nodes.values()
                .forEach(node -> node.inputs().forEach(input -> constant(input).ifPresent(c -> read.put(input, c))));
        return new LiteGraph(source.name(), source.inputs(), read, nodes(), outputs);
    }
}

package dev.fathom.engine.script;

import dev.fathom.graph.Graph;
import dev.fathom.graph.Input;
import dev.fathom.graph.Node;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a graph as one TorchScript method {@code forward(image, parameters) -> results}, leaving out what the results
 * do not need. One call into libtorch then runs the whole pass, and each intermediate result is released as soon as
 * neither a later operation nor the backward pass needs it.
 */
public final class GraphScript {
    public static final String METHOD = "forward";

    private final Graph graph;
    private final boolean training;
    private final Map<String, Integer> parameters;
    private final Map<String, String> variables = new HashMap<>();
    private final StringBuilder code = new StringBuilder();
    private int definitions;

    private GraphScript(Graph graph, Map<String, Integer> parameters, boolean training) {
        this.graph = graph;
        this.parameters = parameters;
        this.training = training;
    }

    /**
     * The method's text.
     *
     * @param parameters place of each tensor in the list of parameters, by state-dict name; normalisation finds its
     *     constants as {@code NODE.mean} and {@code NODE.std}
     * @param results names of the nodes whose values are returned, in order
     * @param training whether batch norm uses and updates batch statistics
     * @throws IllegalArgumentException naming the node, if an operation cannot be run
     */
    public static String of(Graph graph, Map<String, Integer> parameters, List<String> results, boolean training) {
        return new GraphScript(graph, parameters, training).write(results);
    }

    private String write(List<String> results) {
        code.append("  def " + METHOD + "(self: __torch__.M, image: Tensor, p: List[Tensor]) -> List[Tensor]:\n");
        Set<String> needed = ancestors(results);
        for (Node node : graph.nodes()) {
            if (needed.contains(node.name())) {
                append(node);
            }
        }
        String list = results.stream().map(variables::get).collect(Collectors.joining(", ", "[", "]"));
        return code.append("    return ").append(list).append('\n').toString();
    }

    private Set<String> ancestors(Collection<String> results) {
        Set<String> seen = new HashSet<>(results);
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String input : graph.node(open.pop()).inputs()) {
                if (seen.add(input)) {
                    open.push(input);
                }
            }
        }
        return seen;
    }

    private void append(Node node) {
        if (node.op() instanceof Input) {
            variables.put(node.name(), "image");
            return;
        }
        variables.put(node.name(), define(Emitters.of(node).emit(new NodeScript(this, node))));
    }

    /** Appends a statement that gives the expression's value a name, and returns the name. */
    String define(String expression) {
        String variable = "v" + definitions++;
        code.append("    ").append(variable).append(" = ").append(expression).append('\n');
        return variable;
    }

    Graph graph() {
        return graph;
    }

    boolean training() {
        return training;
    }

    /** The variable that holds a node's value. */
    String variable(String node) {
        return variables.get(node);
    }

    /** A parameter or constant by its full name. */
    String parameter(String name) {
        return "p[" + parameters.get(name) + "]";
    }
}

package dev.fathom.engine;

import dev.fathom.graph.Activation;
import dev.fathom.graph.Add;
import dev.fathom.graph.BatchNorm;
import dev.fathom.graph.Concat;
import dev.fathom.graph.Conv2d;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Input;
import dev.fathom.graph.MaxPool;
import dev.fathom.graph.Node;
import dev.fathom.graph.Normalize;
import dev.fathom.graph.Op;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Resize;
import dev.fathom.graph.TensorShape;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a graph as one TorchScript method {@code forward(image, parameters) -> results}, leaving out what the results
 * do not need. One call into libtorch then runs the whole pass, and each intermediate result is released as soon as
 * neither a later operation nor the backward pass needs it.
 */
final class GraphScript {
    static final String METHOD = "forward";

    private final Graph graph;
    private final boolean training;
    private final Map<String, Integer> parameters;
    private final Map<String, String> variables = new HashMap<>();
    private final StringBuilder code = new StringBuilder();

    private GraphScript(Graph graph, Map<String, Integer> parameters, boolean training) {
        this.graph = graph;
        this.parameters = parameters;
        this.training = training;
    }

    /**
     * @param parameters place of each tensor in the list of parameters, by state-dict name; normalisation finds its
     *     constants as {@code NODE.mean} and {@code NODE.std}
     * @param results names of the nodes whose values are returned, in order
     * @param training whether batch norm uses and updates batch statistics
     * @throws IllegalArgumentException naming the node, if an operation cannot be run
     */
    static String of(Graph graph, Map<String, Integer> parameters, List<String> results, boolean training) {
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
        String variable = "v" + variables.size();
        code.append("    ")
                .append(variable)
                .append(" = ")
                .append(expression(node))
                .append('\n');
        variables.put(node.name(), variable);
    }

    private String expression(Node node) {
        Op op = node.op();
        String x = variables.get(node.inputs().get(0));
        if (op instanceof Conv2d conv) {
            return convolution(node, conv, x);
        } else if (op instanceof BatchNorm norm) {
            return batchNorm(node, norm, x);
        } else if (op instanceof Activation activation) {
            return switch (activation.function()) {
                case RELU -> call("relu", x);
                case RELU6 -> call("hardtanh", x, "0.", "6.");
            };
        } else if (op instanceof Add) {
            return call("add", x, variables.get(node.inputs().get(1)));
        } else if (op instanceof Concat) {
            return node.inputs().stream().map(variables::get).collect(Collectors.joining(", ", "torch.cat([", "], 1)"));
        } else if (op instanceof MaxPool pool) {
            return maxPool(node, pool, x);
        } else if (op instanceof Normalize) {
            return call("div", call("sub", x, parameter(node, "mean")), parameter(node, "std"));
        } else if (op instanceof Resize resize) {
            return resize(resize, x);
        }
        throw new IllegalArgumentException("the engine cannot run " + op.kind() + " (" + node.name() + ")");
    }

    private String convolution(Node node, Conv2d conv, String x) {
        Padding.Explicit pad = padding(node, conv.padding(), conv.kernel(), conv.stride());
        boolean even = pad.top() == pad.bottom() && pad.left() == pad.right();
        return call(
                "conv2d",
                even ? x : padded(x, pad, "0."),
                parameter(node, "weight"),
                conv.bias() ? parameter(node, "bias") : "None",
                pair(conv.stride(), conv.stride()),
                even ? pair(pad.top(), pad.left()) : pair(0, 0),
                pair(1, 1),
                String.valueOf(conv.groups()));
    }

    private String batchNorm(Node node, BatchNorm norm, String x) {
        return call(
                "batch_norm",
                x,
                parameter(node, "weight"),
                parameter(node, "bias"),
                parameter(node, "running_mean"),
                parameter(node, "running_var"),
                training ? "True" : "False",
                String.valueOf(norm.momentum()),
                String.valueOf(norm.eps()),
                "True");
    }

    private String maxPool(Node node, MaxPool pool, String x) {
        Padding.Explicit pad = padding(node, pool.padding(), pool.kernel(), pool.stride());
        // libtorch itself pads at most half a window, the same on opposite sides.
        boolean builtIn = pad.top() == pad.bottom()
                && pad.left() == pad.right()
                && 2 * Math.max(pad.top(), pad.left()) <= pool.kernel();
        return call(
                "max_pool2d",
                builtIn ? x : padded(x, pad, "float(\"-inf\")"),
                pair(pool.kernel(), pool.kernel()),
                pair(pool.stride(), pool.stride()),
                builtIn ? pair(pad.top(), pad.left()) : pair(0, 0),
                pair(1, 1),
                "False");
    }

    private static String resize(Resize resize, String x) {
        String size = pair(resize.height(), resize.width());
        return switch (resize.mode()) {
            case NEAREST -> call("upsample_nearest2d", x, size, "None", "None");
            case BILINEAR -> call("upsample_bilinear2d", x, size, "False", "None", "None");
            case BILINEAR_ALIGN_CORNERS -> call("upsample_bilinear2d", x, size, "True", "None", "None");
        };
    }

    private static String padded(String x, Padding.Explicit pad, String value) {
        String sides = String.format(Locale.ROOT, "[%d, %d, %d, %d]", pad.left(), pad.right(), pad.top(), pad.bottom());
        return call("constant_pad_nd", x, sides, value);
    }

    private Padding.Explicit padding(Node node, Padding padding, int kernel, int stride) {
        TensorShape in = graph.inputShapes(node).get(0);
        return padding.resolve(in.height(), in.width(), kernel, stride);
    }

    private String parameter(Node node, String suffix) {
        return "p[" + parameters.get(node.name() + "." + suffix) + "]";
    }

    private static String pair(int first, int second) {
        return "[" + first + ", " + second + "]";
    }

    private static String call(String operation, String... arguments) {
        return "torch." + operation + "(" + String.join(", ", arguments) + ")";
    }
}

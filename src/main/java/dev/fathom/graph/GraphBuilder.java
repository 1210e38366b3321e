package dev.fathom.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a graph the way model code reads: each call appends an operation and returns its result. A builder obtained
 * by {@link #in} puts its scope before every name, so that parameters carry the reference state-dict names.
 */
public final class GraphBuilder {
    private final Draft draft;
    private final String scope;
    private final Initializer.Rule rule;

    /** Starts a graph. */
    public GraphBuilder(String graphName) {
        this(new Draft(graphName), "", Initializer.Rule.HE_FAN_OUT);
    }

    private GraphBuilder(Draft draft, String scope, Initializer.Rule rule) {
        this.draft = draft;
        this.scope = scope;
        this.rule = rule;
    }

    /** A view of the same graph whose names start with {@code scope.}. */
    public GraphBuilder in(String inner) {
        return new GraphBuilder(draft, qualified(inner), rule);
    }

    /** A view of the same graph whose convolutions are initialised by another rule. */
    public GraphBuilder initialized(Initializer.Rule other) {
        return new GraphBuilder(draft, scope, other);
    }

    /** A tensor that the caller brings. */
    public Tensor input(String name, TensorShape shape) {
        return add(name, new Input(shape));
    }

    /** A convolution that takes as many channels as {@code x} has. */
    public Tensor conv(String name, Tensor x, int out, int kernel, int stride, Padding padding, boolean bias) {
        return add(name, new Conv2d(x.channels(), out, kernel, stride, padding, 1, bias, rule), x);
    }

    /** A depthwise convolution without bias, one filter a channel. */
    public Tensor depthwise(String name, Tensor x, int kernel, int stride, Padding padding) {
        int c = x.channels();
        return add(name, new Conv2d(c, c, kernel, stride, padding, c, false, rule), x);
    }

    /** Over as many channels as {@code x} has; {@code momentum} is the share of a new batch, as in PyTorch. */
    public Tensor batchNorm(String name, Tensor x, double eps, double momentum) {
        return add(name, new BatchNorm(x.channels(), eps, momentum), x);
    }

    /** max(x, 0). */
    public Tensor relu(String name, Tensor x) {
        return activation(name, x, Activation.Kind.RELU);
    }

    /** A function of each value by itself. */
    public Tensor activation(String name, Tensor x, Activation.Kind kind) {
        return add(name, new Activation(kind), x);
    }

    /** The sum of two tensors of one shape. */
    public Tensor add(String name, Tensor a, Tensor b) {
        return add(name, new Add(), a, b);
    }

    /** The product of two tensors of one shape, or of {@code x} and one factor a channel [C, 1, 1]. */
    public Tensor mul(String name, Tensor x, Tensor factor) {
        return add(name, new Mul(), x, factor);
    }

    /** The channels of all parts, in their order; height and width are equal. */
    public Tensor concat(String name, Tensor... parts) {
        return add(name, new Concat(), parts);
    }

    /** The largest value of each square window, per channel. */
    public Tensor maxPool(String name, Tensor x, int kernel, int stride, Padding padding) {
        return add(name, new MaxPool(kernel, stride, padding), x);
    }

    /** The mean of each channel, [C, 1, 1]. */
    public Tensor globalAveragePool(String name, Tensor x) {
        return add(name, new GlobalAveragePool(), x);
    }

    /** The same channels at {@code height} x {@code width}. */
    public Tensor resize(String name, Tensor x, Resize.Mode mode, int height, int width) {
        return add(name, new Resize(mode, height, width), x);
    }

    /** {@code (x - mean) / std} with one number a channel, in the units of {@code x}. */
    public Tensor normalize(String name, Tensor x, List<Float> mean, List<Float> std) {
        return add(name, new Normalize(mean, std), x);
    }

    /** Layer normalisation over the channels at each place, eps 1e-5 as PyTorch has it. */
    public Tensor layerNorm(String name, Tensor x) {
        return add(name, new LayerNorm(x.channels(), 1e-5), x);
    }

    /** A linear layer on the channels at each place. */
    public Tensor linear(String name, Tensor x, int out, boolean bias) {
        return add(name, new Linear(x.channels(), out, bias), x);
    }

    /** Appends any operation. */
    public Tensor add(String name, Op op, Tensor... inputs) {
        List<TensorShape> shapes = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Tensor input : inputs) {
            shapes.add(input.shape());
            names.add(input.node());
        }
        Node node = new Node(qualified(name), op, names);
        draft.nodes.add(node);
        try {
            return new Tensor(node.name(), op.outputShape(shapes));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(node.name() + ": " + e.getMessage(), e);
        }
    }

    /** Offers a feature map to distillation under an unscoped name. */
    public void tap(String name, Tensor value) {
        draft.taps.add(new Tap(name, value.node()));
    }

    /** Names a result of the network; the first call names the main one. */
    public void output(String name, Tensor value) {
        draft.outputs.put(name, value.node());
    }

    /** The finished graph. */
    public Graph build() {
        return new Graph(draft.name, draft.nodes, draft.outputs, draft.taps);
    }

    private String qualified(String name) {
        return scope.isEmpty() ? name : scope + "." + name;
    }

    /** What all scoped views of one graph write into. */
    private static final class Draft {
        private final String name;
        private final List<Node> nodes = new ArrayList<>();
        private final Map<String, String> outputs = new LinkedHashMap<>();
        private final List<Tap> taps = new ArrayList<>();

        private Draft(String name) {
            this.name = name;
        }
    }
}

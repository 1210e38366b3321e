package dev.fathom.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fathom.core.UserException;
import dev.fathom.engine.script.GraphScript;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Node;
import dev.fathom.graph.ParameterSpec;
import dev.fathom.graph.Tap;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A graph that runs and trains on libtorch. One thread at a time.
 *
 * <p>The parameters live in the manager given; results live in the manager of the images, which should be one for each
 * step.
 */
public final class GraphBlock implements AutoCloseable {
    /** Arrays of this name are passed to a script as one list. */
    private static final String LIST = "parameters[]";

    /** Dimensions of a convolution's weight. */
    private static final int CONVOLUTION = 4;

    private final Graph graph;
    private final NDManager manager;
    private final DataType type;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, NDArray> arguments = new LinkedHashMap<>();
    private final Map<Request, TorchScript> scripts = new HashMap<>();
    private boolean frozen;

    /** A form of the forward pass that has been compiled. */
    private record Request(List<String> nodes, boolean training) {}

    /** A network in float32 whose parameters are all 0 until {@link #load}. */
    public GraphBlock(Graph graph, NDManager parent) {
        this(graph, parent, DataType.FLOAT32);
    }

    /** A network of the given element type; float64 is for checking gradients. */
    public GraphBlock(Graph graph, NDManager parent, DataType type) {
        if (graph.inputs().size() != 1) {
            throw new IllegalArgumentException(
                    graph.name() + " has " + graph.inputs().size() + " inputs, not one");
        }
        this.graph = graph;
        this.manager = parent.newSubManager();
        this.type = type;
        graph.parameters().forEach((name, spec) -> parameters.put(name, parameter(spec)));
        arguments.putAll(parameters);
        arguments.putAll(GraphConstants.of(graph, manager, type));
        if (arguments.isEmpty()) {
            // A list that is passed cannot be empty.
            arguments.put("", manager.zeros(new Shape(), type));
        }
        arguments.values().forEach(array -> array.setName(LIST));
    }

    private NDArray parameter(ParameterSpec spec) {
        long[] dims = spec.dims().stream().mapToLong(Integer::longValue).toArray();
        // libtorch would copy contiguous convolution weights at each pass, and their gradients too.
        NDArray array = dims.length == CONVOLUTION
                ? manager.zeros(new Shape(dims[0], dims[2], dims[3], dims[1]), type)
                        .transpose(0, 3, 1, 2)
                : manager.zeros(new Shape(dims), type);
        array.setRequiresGradient(spec.trainable());
        return array;
    }

    private void assign(NDArray target, float[] values) {
        try (NDArray source = manager.create(values, target.getShape())) {
            Ops.assign(target, source);
        }
    }

    /** What is run. */
    public Graph graph() {
        return graph;
    }

    /**
     * Copies values into the parameters and buffers; arrays handed out before stay the same arrays.
     *
     * @throws dev.fathom.core.UserException if a tensor is missing or has another shape; then nothing has changed
     */
    public void load(Weights weights) {
        weights.match(graph).requireComplete();
        parameters.forEach((name, array) -> assign(array, weights.tensor(name).values()));
    }

    /** A copy of all parameters and buffers in state-dict order. */
    public Weights weights() {
        Map<String, WeightTensor> tensors = new LinkedHashMap<>();
        graph.parameters().forEach((name, spec) -> tensors.put(name, new WeightTensor(spec.dims(), floats(name))));
        return new Weights(graph.name(), tensors, Map.of());
    }

    private float[] floats(String name) {
        try (NDArray copy = parameters.get(name).toType(DataType.FLOAT32, true)) {
            return copy.toFloatArray();
        }
    }

    /**
     * The arrays that training changes, by state-dict name in its order; empty once frozen. Convolution weights [out,
     * in, height, width] lie in [out, height, width, in] memory, see {@link Ops#inMemoryOrder}.
     */
    public Map<String, NDArray> trainableParameters() {
        Map<String, NDArray> trainable = new LinkedHashMap<>();
        if (!frozen) {
            graph.parameters().forEach((name, spec) -> {
                if (spec.trainable()) {
                    trainable.put(name, parameters.get(name));
                }
            });
        }
        return trainable;
    }

    /** Makes a teacher of it: no gradients, and only evaluation mode from now on. */
    public void freeze() {
        frozen = true;
        parameters.values().forEach(array -> array.setRequiresGradient(false));
    }

    /** Runs the network and keeps its outputs; see the other form. */
    public Activations forward(NDArray images, boolean training) {
        return forward(images, training, graph.outputs().keySet());
    }

    /**
     * Runs the part of the network that the asked results need.
     *
     * @param images [N, channels, height, width]; fastest when the memory is [N, height, width, channels], that is
     *     when it is an array of that shape transposed by (0, 3, 1, 2). Must stay open until the backward pass is over
     * @param training whether batch norm uses the batch's statistics and updates the running ones
     * @param names outputs, taps or nodes of the graph; only these are kept
     * @throws IllegalStateException if the network is frozen and {@code training} is true
     * @throws UserException if a training batch of one image leaves batch norm one value a channel, without variance
     */
    public Activations forward(NDArray images, boolean training, Collection<String> names) {
        if (frozen && training) {
            throw new IllegalStateException(graph.name() + " is frozen and runs in evaluation mode only");
        }
        if (training) {
            requireImages(graph, Math.toIntExact(images.getShape().get(0)));
        }
        List<String> nodes = names.stream().map(this::node).toList();
        TorchScript script = scripts.computeIfAbsent(new Request(nodes, training), this::compile);
        NDList inputs = new NDList(arguments.size() + 1);
        inputs.add(images);
        inputs.addAll(arguments.values());
        NDList results = script.call(GraphScript.METHOD, inputs);
        Map<String, NDArray> named = new LinkedHashMap<>();
        int index = 0;
        for (String name : names) {
            named.put(name, results.get(index++));
        }
        return new Activations(named);
    }

    /**
     * Some graphs cannot be trained with one image in a batch.
     *
     * @param images in the largest batch that there can be
     * @throws UserException if this is one of them and there is one image
     */
    public static void requireImages(Graph graph, int images) {
        Optional<Node> norm = images == 1 ? graph.oneValueNorm() : Optional.empty();
        if (norm.isPresent()) {
            throw new UserException(
                    graph.name() + " cannot be trained with one image in a batch, because "
                            + norm.get().name() + " normalises one value an image",
                    "Use at least 2 pictures and a batch size of at least 2");
        }
    }

    private String node(String name) {
        if (graph.outputs().containsKey(name)) {
            return graph.outputs().get(name);
        }
        return graph.taps().stream()
                .filter(tap -> tap.name().equals(name))
                .map(Tap::node)
                .findFirst()
                .orElseGet(() -> graph.node(name).name());
    }

    private TorchScript compile(Request request) {
        Map<String, Integer> places = new HashMap<>();
        arguments.keySet().forEach(name -> places.put(name, places.size()));
        return TorchScript.load(manager, GraphScript.of(graph, places, request.nodes, request.training));
    }

    @Override
    public void close() {
        manager.close();
    }
}

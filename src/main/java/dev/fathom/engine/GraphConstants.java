package dev.fathom.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Node;
import dev.fathom.graph.Normalize;
import dev.fathom.graph.TensorShape;
import dev.fathom.graph.WindowAttention;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What operations read beside their parameters and never changes, named like parameters. */
final class GraphConstants {
    private final NDManager manager;
    private final DataType type;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    private GraphConstants(NDManager manager, DataType type) {
        this.manager = manager;
        this.type = type;
    }

    /** Makes those of all nodes, in the manager given. */
    static Map<String, NDArray> of(Graph graph, NDManager manager, DataType type) {
        GraphConstants constants = new GraphConstants(manager, type);
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Normalize normalize) {
                constants.normalize(node.name(), normalize);
            } else if (node.op() instanceof WindowAttention attention) {
                constants.attention(
                        node.name(), attention, graph.inputShapes(node).get(0));
            }
        }
        return constants.arrays;
    }

    private void normalize(String node, Normalize normalize) {
        put(node + ".mean", type, manager.create(floats(normalize.mean()), channels(normalize.mean())));
        put(node + ".std", type, manager.create(floats(normalize.std()), channels(normalize.std())));
    }

    private void attention(String node, WindowAttention op, TensorShape map) {
        put(node + ".index", DataType.INT64, manager.create(WindowTables.positions(op.window())));
        if (op.shift() > 0) {
            int height = op.padded(map.height());
            int width = op.padded(map.width());
            int places = op.window() * op.window();
            Shape shape = new Shape(height * width / places, 1, places, places);
            put(node + ".mask", type, manager.create(WindowTables.mask(op, height, width), shape));
        }
    }

    /** Keeps a copy, because an array made from Java data only borrows its memory. */
    private void put(String name, DataType kept, NDArray borrowed) {
        try (borrowed) {
            NDArray array = manager.zeros(borrowed.getShape(), kept);
            Ops.assign(array, borrowed);
            arrays.put(name, array);
        }
    }

    private static Shape channels(List<Float> values) {
        return new Shape(1, values.size(), 1, 1);
    }

    private static float[] floats(List<Float> values) {
        float[] plain = new float[values.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = values.get(i);
        }
        return plain;
    }
}

package dev.fathom.export.lowering;

import dev.fathom.engine.Weights;
import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.LiteGraph;
import dev.fathom.export.ir.LiteNode;
import dev.fathom.export.ir.LiteOp;
import dev.fathom.export.ir.Shape;
import dev.fathom.graph.Graph;
import dev.fathom.graph.Node;
import dev.fathom.graph.TensorShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lowered graph while it is being written. */
final class Draft {
    private final Graph graph;
    private final Weights weights;
    private final Map<String, Shape> inputs = new LinkedHashMap<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final List<LiteNode> nodes = new ArrayList<>();

    Draft(Graph graph, Weights weights) {
        this.graph = graph;
        this.weights = weights;
    }

    Graph graph() {
        return graph;
    }

    /** Shape of the node's first input. */
    TensorShape inputShape(Node node) {
        return graph.shape(node.inputs().get(0));
    }

    /** Values of one of the node's parameters, in PyTorch's layout. */
    float[] parameter(Node node, String suffix) {
        return weights.tensor(node.name() + "." + suffix).values();
    }

    void input(Node node) {
        TensorShape shape = graph.shape(node.name());
        inputs.put(node.name(), Shape.map(shape.height(), shape.width(), shape.channels()));
    }

    /** Adds a constant and returns its name. */
    String constant(String name, Constant constant) {
        constants.put(name, constant);
        return name;
    }

    /** Appends an operation and returns its name. */
    String emit(String name, LiteOp op, List<String> read) {
        nodes.add(new LiteNode(name, op, read));
        return name;
    }

    LiteGraph finish(Map<String, String> outputs) {
        return new LiteGraph(graph.name(), inputs, constants, nodes, outputs).withOutputs(outputs);
    }
}

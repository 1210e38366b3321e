package dev.fathom.export.tflite;

import static dev.fathom.export.tflite.ModelCheck.require;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.CallOnceOptions;
import org.tensorflow.lite.schema.CallOptions;
import org.tensorflow.lite.schema.IfOptions;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.SubGraph;
import org.tensorflow.lite.schema.WhileOptions;

/** Loops and branches call other graphs of the file; the runtime follows them without asking whether that ends. */
final class GraphCalls {
    private final Model model;
    private final BitSet open = new BitSet();
    private final BitSet done = new BitSet();

    GraphCalls(Model model) {
        this.model = model;
    }

    /** @throws BrokenModelException if a graph calls one that does not exist, or calls itself through others */
    void requireEnding() {
        for (int i = 0; i < model.subgraphsLength(); i++) {
            visit(i, 0);
        }
    }

    private void visit(long graph, int depth) {
        require(graph >= 0 && graph < model.subgraphsLength(), "an operation calls a graph that does not exist");
        int index = (int) graph;
        require(!open.get(index), "graph " + index + " calls itself");
        require(depth < 64, "its graphs call each other more than 64 deep");
        if (done.get(index)) {
            return;
        }
        open.set(index);
        SubGraph body = model.subgraphs(index);
        for (int i = 0; i < body.operatorsLength(); i++) {
            for (int called : called(body.operators(i))) {
                visit(called, depth + 1);
            }
        }
        open.clear(index);
        done.set(index);
    }

    private static List<Integer> called(Operator op) {
        List<Integer> graphs = new ArrayList<>();
        switch (op.builtinOptionsType()) {
            case BuiltinOptions.IfOptions -> {
                IfOptions o = (IfOptions) op.builtinOptions(new IfOptions());
                graphs.add(o.thenSubgraphIndex());
                graphs.add(o.elseSubgraphIndex());
            }
            case BuiltinOptions.WhileOptions -> {
                WhileOptions o = (WhileOptions) op.builtinOptions(new WhileOptions());
                graphs.add(o.condSubgraphIndex());
                graphs.add(o.bodySubgraphIndex());
            }
            case BuiltinOptions.CallOnceOptions ->
                graphs.add(((CallOnceOptions) op.builtinOptions(new CallOnceOptions())).initSubgraphIndex());
            case BuiltinOptions.CallOptions ->
                graphs.add((int) ((CallOptions) op.builtinOptions(new CallOptions())).subgraph());
            default -> {
                return graphs;
            }
        }
        return graphs;
    }
}

package dev.fathom.export.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.SubGraph;

/**
 * One of a file's graphs; the first is the model, others are bodies of loops, branches and the like.
 *
 * @param tensors in the file's order
 * @param operators in the order they run
 */
public record ModelGraph(
        String name,
        List<ModelTensor> tensors,
        List<ModelOperator> operators,
        List<ModelTensor> inputs,
        List<ModelTensor> outputs) {
    private static final Set<String> KEEP_FLOATS = Set.of(
            "QUANTIZE",
            "DEQUANTIZE",
            "MAXIMUM",
            "MINIMUM",
            "RESHAPE",
            "CONCATENATION",
            "TRANSPOSE",
            "SLICE",
            "RESIZE_NEAREST_NEIGHBOR");

    public ModelGraph {
        tensors = List.copyOf(tensors);
        operators = List.copyOf(operators);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** Whether no operation rounds floats: those that touch floats turn them into whole numbers and back, compare or copy. */
    boolean isInteger() {
        return operators.stream().allMatch(op -> KEEP_FLOATS.contains(op.code()) || !touchesFloats(op));
    }

    private boolean touchesFloats(ModelOperator op) {
        return Stream.concat(op.inputs().stream(), op.outputs().stream())
                .filter(index -> index >= 0)
                .anyMatch(index -> tensors.get(index).type().contains("FLOAT"));
    }

    static List<ModelGraph> all(Model model) {
        List<ModelGraph> all = new ArrayList<>();
        for (int i = 0; i < model.subgraphsLength(); i++) {
            SubGraph graph = model.subgraphs(i);
            List<ModelTensor> tensors = ModelTensor.all(model, graph);
            all.add(new ModelGraph(
                    graph.name() == null ? "graph " + i : graph.name(),
                    tensors,
                    ModelOperator.all(model, graph),
                    pick(tensors, graph.inputsLength(), graph::inputs),
                    pick(tensors, graph.outputsLength(), graph::outputs)));
        }
        return all;
    }

    private static List<ModelTensor> pick(List<ModelTensor> tensors, int count, IntUnaryOperator index) {
        return IntStream.range(0, count).map(index).mapToObj(tensors::get).toList();
    }
}

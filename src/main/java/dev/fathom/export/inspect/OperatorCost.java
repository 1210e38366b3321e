package dev.fathom.export.inspect;

import dev.fathom.export.tflite.ModelGraph;
import dev.fathom.export.tflite.ModelOperator;
import dev.fathom.export.tflite.ModelTensor;
import java.util.List;

/** Multiply-accumulates of an operation, for the sizes that the file gives; additions and activations count nothing. */
final class OperatorCost {
    private OperatorCost() {}

    /** Null if not known: custom operations, and shapes that do not say enough. */
    static Long macs(ModelOperator op, ModelGraph graph) {
        if (op.custom()) {
            return null;
        }
        return switch (op.code()) {
            // Weights [out, height, width, in]: each result is a sum over the rest.
            case "CONV_2D", "FULLY_CONNECTED" ->
                results(op, graph, 1, op.inputs().size() > 1 ? 0 : -1);
            // Weights [1, height, width, out].
            case "DEPTHWISE_CONV_2D" -> results(op, graph, 1, 3);
            // Weights [depth, height, width, in, out].
            case "CONV_3D" -> results(op, graph, 1, 4);
            case "TRANSPOSE_CONV" -> transposed(op, graph);
            case "BATCH_MATMUL" -> product(op, graph);
            case "WHILE", "IF", "CALL", "CALL_ONCE" -> null;
            default -> 0L;
        };
    }

    /** Every result is a sum over the weights of all axes but the one of the results. */
    private static Long results(ModelOperator op, ModelGraph graph, int weights, int outputAxis) {
        ModelTensor w = tensor(op.inputs(), weights, graph);
        ModelTensor out = tensor(op.outputs(), 0, graph);
        if (w == null || out == null || outputAxis < 0 || w.dims().size() <= outputAxis) {
            return null;
        }
        int outputs = w.dims().get(outputAxis);
        return outputs == 0 ? null : out.elements() * (w.elements() / outputs);
    }

    /** Every input value is multiplied with the weights [out, height, width, in] of its channel. */
    private static Long transposed(ModelOperator op, ModelGraph graph) {
        ModelTensor w = tensor(op.inputs(), 1, graph);
        ModelTensor x = tensor(op.inputs(), 2, graph);
        if (w == null || x == null || w.dims().size() != 4 || w.dims().get(3) == 0) {
            return null;
        }
        return x.elements() * (w.elements() / w.dims().get(3));
    }

    /** The sum's length is what makes results times length times the rest of the first matrix fit. */
    private static Long product(ModelOperator op, ModelGraph graph) {
        ModelTensor a = tensor(op.inputs(), 0, graph);
        ModelTensor out = tensor(op.outputs(), 0, graph);
        if (a == null || out == null || a.dims().size() < 2 || out.dims().size() < 2) {
            return null;
        }
        long rows = out.dims().get(out.dims().size() - 2);
        long first =
                (long) a.dims().get(a.dims().size() - 1) * a.dims().get(a.dims().size() - 2);
        return rows == 0 ? null : out.elements() * (first / rows);
    }

    private static ModelTensor tensor(List<Integer> indices, int place, ModelGraph graph) {
        if (place >= indices.size() || indices.get(place) < 0) {
            return null;
        }
        return graph.tensors().get(indices.get(place));
    }
}

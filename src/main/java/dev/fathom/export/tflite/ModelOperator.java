package dev.fathom.export.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.Model;
import org.tensorflow.lite.schema.Operator;
import org.tensorflow.lite.schema.OperatorCode;
import org.tensorflow.lite.schema.SubGraph;

/**
 * An operation as the file declares it.
 *
 * @param code TFLite's name, for example {@code CONV_2D}
 * @param inputs indices into the model's tensors, -1 for an optional one that is left out
 * @param outputs indices into the model's tensors
 */
public record ModelOperator(String code, int version, List<Integer> inputs, List<Integer> outputs) {
    public ModelOperator {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static List<ModelOperator> all(Model model) {
        SubGraph graph = model.subgraphs(0);
        List<ModelOperator> all = new ArrayList<>();
        for (int i = 0; i < graph.operatorsLength(); i++) {
            Operator op = graph.operators(i);
            OperatorCode code = model.operatorCodes((int) op.opcodeIndex());
            String name = code.customCode() == null ? BuiltinOperator.name(builtin(code)) : code.customCode();
            all.add(new ModelOperator(
                    name,
                    code.version(),
                    IntStream.range(0, op.inputsLength())
                            .map(op::inputs)
                            .boxed()
                            .toList(),
                    IntStream.range(0, op.outputsLength())
                            .map(op::outputs)
                            .boxed()
                            .toList()));
        }
        return all;
    }

    /** Old files fill only the first field, new ones both. */
    static int builtin(OperatorCode code) {
        return Math.max(code.builtinCode(), code.deprecatedBuiltinCode());
    }
}

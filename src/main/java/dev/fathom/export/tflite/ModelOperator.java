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
 * @param custom whether it is an operation of somebody's own, which {@code code} then names
 * @param inputs indices into the graph's tensors, -1 for an optional one that is left out
 * @param outputs indices into the graph's tensors
 * @param options strides, paddings and the like, for people; empty if there are none worth telling
 */
public record ModelOperator(
        String code, int version, boolean custom, List<Integer> inputs, List<Integer> outputs, String options) {
    public ModelOperator {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static List<ModelOperator> all(Model model, SubGraph graph) {
        List<ModelOperator> all = new ArrayList<>();
        for (int i = 0; i < graph.operatorsLength(); i++) {
            Operator op = graph.operators(i);
            OperatorCode code = model.operatorCodes((int) op.opcodeIndex());
            all.add(new ModelOperator(
                    name(code),
                    code.version(),
                    builtin(code) == BuiltinOperator.CUSTOM,
                    IntStream.range(0, op.inputsLength())
                            .map(op::inputs)
                            .boxed()
                            .toList(),
                    IntStream.range(0, op.outputsLength())
                            .map(op::outputs)
                            .boxed()
                            .toList(),
                    OperatorOptions.text(op)));
        }
        return all;
    }

    private static String name(OperatorCode code) {
        int builtin = builtin(code);
        if (builtin == BuiltinOperator.CUSTOM && code.customCode() != null) {
            return code.customCode();
        }
        return builtin < BuiltinOperator.names.length ? BuiltinOperator.name(builtin) : "BUILTIN_" + builtin;
    }

    /** Old files fill only the first field, new ones both. */
    static int builtin(OperatorCode code) {
        return Math.max(code.builtinCode(), code.deprecatedBuiltinCode());
    }
}

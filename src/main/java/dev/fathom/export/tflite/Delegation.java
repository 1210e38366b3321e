package dev.fathom.export.tflite;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteBuiltinDelegate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.RegistrationNodePair;
import org.bytedeco.tensorflowlite.TfLiteDelegateParams;
import org.bytedeco.tensorflowlite.TfLiteIntArray;
import org.bytedeco.tensorflowlite.TfLiteRegistration;
import org.tensorflow.lite.schema.BuiltinOperator;

/**
 * What XNNPACK took of a model's main graph.
 *
 * @param partitions runs of operations that XNNPACK executes as one
 * @param notDelegated operations that TFLite's own kernels execute, each with the tensor it makes
 * @param partitionOf for each operation of the file the partition it runs in, from 1; 0 outside XNNPACK
 */
public record Delegation(int partitions, List<Remainder> notDelegated, List<Integer> partitionOf) {

    /**
     * An operation outside XNNPACK.
     *
     * @param operator its index in the file
     * @param tensor name of the tensor it makes, empty if it makes none
     * @param reason why XNNPACK leaves it, as far as is known
     */
    public record Remainder(int operator, String code, String tensor, String reason) {}

    public Delegation {
        notDelegated = List.copyOf(notDelegated);
        partitionOf = List.copyOf(partitionOf);
    }

    static Delegation of(Interpreter interpreter, TfliteModel model) {
        ModelGraph graph = model.graphs().get(0);
        Integer[] partitionOf = new Integer[graph.operators().size()];
        Arrays.fill(partitionOf, 0);
        int partitions = 0;
        List<Remainder> remaining = new ArrayList<>();
        IntPointer plan = interpreter.execution_plan();
        for (int i = 0; i < plan.limit(); i++) {
            int node = plan.get(i);
            RegistrationNodePair pair = interpreter.node_and_registration(node);
            TfLiteRegistration registration = pair.second();
            if (registration.builtin_code() == kTfLiteBuiltinDelegate) {
                partitions++;
                // The runtime keeps, with the node it put in their place, which operations the delegate replaced.
                TfLiteIntArray replaced = new TfLiteDelegateParams(pair.first().builtin_data()).nodes_to_replace();
                for (int k = 0; k < replaced.size(); k++) {
                    partitionOf[replaced.data(k)] = partitions;
                }
            } else {
                ModelOperator operator = graph.operators().get(node);
                String tensor = operator.outputs().isEmpty()
                        ? ""
                        : graph.tensors().get(operator.outputs().get(0)).name();
                remaining.add(new Remainder(node, code(registration), tensor, XnnpackRules.whyNot(operator, graph)));
            }
        }
        return new Delegation(partitions, remaining, List.of(partitionOf));
    }

    private static String code(TfLiteRegistration registration) {
        BytePointer custom = registration.custom_name();
        boolean named = custom != null && !custom.isNull();
        int builtin = registration.builtin_code();
        if (named) {
            return custom.getString();
        }
        return builtin < BuiltinOperator.names.length ? BuiltinOperator.name(builtin) : "BUILTIN_" + builtin;
    }
}

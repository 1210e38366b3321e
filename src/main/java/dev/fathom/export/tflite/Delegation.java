package dev.fathom.export.tflite;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteBuiltinDelegate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.RegistrationNodePair;
import org.bytedeco.tensorflowlite.TfLiteRegistration;
import org.tensorflow.lite.schema.BuiltinOperator;

/**
 * What XNNPACK took of a model.
 *
 * @param partitions runs of operations that XNNPACK executes as one
 * @param notDelegated operations that TFLite's own kernels execute, each with the tensor it makes
 */
public record Delegation(int partitions, List<Remainder> notDelegated) {
    private static final Set<String> UNKNOWN_TO_XNNPACK = Set.of("RESIZE_NEAREST_NEIGHBOR", "PADV2");

    /** An operation outside XNNPACK, and the name of the tensor it makes. */
    public record Remainder(String code, String tensor) {
        /** Why XNNPACK leaves it, as far as is known. */
        public String reason() {
            return UNKNOWN_TO_XNNPACK.contains(code)
                    ? "XNNPACK has no kernel for it"
                    : "XNNPACK has no kernel for these types, shapes or options of it";
        }
    }

    public Delegation {
        notDelegated = List.copyOf(notDelegated);
    }

    static Delegation of(Interpreter interpreter, TfliteModel model) {
        int partitions = 0;
        List<Remainder> remaining = new ArrayList<>();
        IntPointer plan = interpreter.execution_plan();
        for (int i = 0; i < plan.limit(); i++) {
            RegistrationNodePair pair = interpreter.node_and_registration(plan.get(i));
            TfLiteRegistration registration = pair.second();
            if (registration.builtin_code() == kTfLiteBuiltinDelegate) {
                partitions++;
            } else {
                String tensor =
                        model.tensors().get(pair.first().outputs().data(0)).name();
                remaining.add(new Remainder(code(registration), tensor));
            }
        }
        return new Delegation(partitions, remaining);
    }

    private static String code(TfLiteRegistration registration) {
        BytePointer custom = registration.custom_name();
        boolean named = custom != null && !custom.isNull();
        return named ? custom.getString() : BuiltinOperator.name(registration.builtin_code());
    }
}

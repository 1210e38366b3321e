package dev.fathom.export;

import dev.fathom.export.tflite.ModelOperator;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import java.util.List;

/**
 * What a model gives on this machine for the fixed picture that latencies are measured with, to compare a device with.
 *
 * @param content bytes of the first output, little endian
 * @param exact false if the model quantises while it runs, which processors do differently
 * @param integer whether every processor gives the same bits, because no sum is made of floats
 */
public record ExpectedOutput(byte[] content, boolean exact, boolean integer) {
    private static final List<String> WEIGHTED = List.of("CONV_2D", "DEPTHWISE_CONV_2D", "FULLY_CONNECTED");
    private static final String FLOAT = "FLOAT32";

    /**
     * Runs the model once, with XNNPACK.
     *
     * @throws dev.fathom.core.UserException if it cannot be loaded or run
     */
    public static ExpectedOutput of(TfliteModel model) {
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, 1)) {
            interpreter.fillInputs();
            interpreter.invoke();
            return new ExpectedOutput(interpreter.outputBytes(0), !quantisesWhileItRuns(model), model.isInteger());
        }
    }

    /** Float data met by whole weights. */
    private static boolean quantisesWhileItRuns(TfliteModel model) {
        return model.operators().stream()
                .filter(operator -> WEIGHTED.contains(operator.code()))
                .anyMatch(
                        operator -> FLOAT.equals(type(model, operator, 0)) && "INT8".equals(type(model, operator, 1)));
    }

    private static String type(TfliteModel model, ModelOperator operator, int input) {
        return model.tensors().get(operator.inputs().get(input)).type();
    }
}

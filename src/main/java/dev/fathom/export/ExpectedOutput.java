package dev.fathom.export;

import dev.fathom.core.UserException;
import dev.fathom.export.tflite.ModelOperator;
import dev.fathom.export.tflite.ModelTensor;
import dev.fathom.export.tflite.TfliteInterpreter;
import dev.fathom.export.tflite.TfliteModel;
import java.util.List;

/**
 * What a model gives on this machine for the fixed picture that latencies are measured with, to compare a device with.
 *
 * @param content bytes of the first output, little endian
 * @param exact false if the model quantises while it runs, which processors do differently
 */
public record ExpectedOutput(byte[] content, boolean exact) {
    private static final List<String> WEIGHTED = List.of("CONV_2D", "DEPTHWISE_CONV_2D", "FULLY_CONNECTED");
    private static final String FLOAT = "FLOAT32";
    private static final List<String> EIGHT_BITS = List.of("UINT8", "INT8");

    /**
     * Runs the model once, with XNNPACK.
     *
     * @throws UserException if it cannot be loaded or run
     */
    public static ExpectedOutput of(TfliteModel model) {
        try (TfliteInterpreter interpreter = new TfliteInterpreter(model, 1)) {
            for (int i = 0; i < interpreter.inputCount(); i++) {
                fill(interpreter, i, model.inputs().get(i));
            }
            interpreter.invoke();
            return new ExpectedOutput(interpreter.outputBytes(0), !quantisesWhileItRuns(model));
        }
    }

    /** The picture's numbers from 0 to 255, as they are: not turned by the tensor's scale. */
    private static void fill(TfliteInterpreter interpreter, int index, ModelTensor input) {
        float[] picture =
                LocalLatency.fixedPicture(interpreter.inputShape(index).elements());
        if (FLOAT.equals(input.type())) {
            interpreter.setInput(index, picture);
            return;
        }
        if (!EIGHT_BITS.contains(input.type())) {
            throw new UserException(
                    "The input " + input.name() + " takes " + input.type(), "Only float and 8-bit inputs are compared");
        }
        byte[] bytes = new byte[picture.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (int) picture[i];
        }
        interpreter.setInputBytes(index, bytes);
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

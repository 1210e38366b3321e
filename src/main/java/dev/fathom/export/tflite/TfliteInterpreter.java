package dev.fathom.export.tflite;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorByteSize;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteTensorData;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.TfLiteVersion;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteOk;
import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteString;

import dev.fathom.core.UserException;
import dev.fathom.export.ir.Shape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithoutDefaultDelegates;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.TfLiteTensor;

/**
 * A model loaded into the TFLite runtime. One thread at a time. Values are floats here; where a tensor keeps whole numbers
 * they are turned by its scale and zero point.
 *
 * <p>The C++ interface is used because the C one does not apply XNNPACK.
 */
public final class TfliteInterpreter implements AutoCloseable {
    static {
        // JavaCPP counts the whole process, libtorch and the heap included, against a limit meant for its own memory.
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
    }

    private final String source;
    private final BytePointer bytes;
    private final FlatBufferModel model;
    private final BuiltinOpResolver resolver;
    private final Interpreter interpreter;
    private final Delegation delegation;

    /**
     * Loads a model with XNNPACK.
     *
     * @throws UserException if the runtime refuses the model
     */
    public TfliteInterpreter(TfliteModel file, int threads) {
        this(file, threads, true);
    }

    /**
     * Loads a model with XNNPACK and gives its only input a shape, as a file that leaves it open needs.
     *
     * @throws UserException if the runtime refuses the model, or its operations do not take that shape
     */
    public TfliteInterpreter(TfliteModel file, int threads, Shape input) {
        this(file, threads, true, input);
    }

    /** @param xnnpack false for TFLite's own reference-like kernels */
    public TfliteInterpreter(TfliteModel file, int threads, boolean xnnpack) {
        this(file, threads, xnnpack, null);
    }

    private TfliteInterpreter(TfliteModel file, int threads, boolean xnnpack, Shape input) {
        source = file.source();
        bytes = new BytePointer(file.bytes());
        resolver = xnnpack ? new BuiltinOpResolver() : new BuiltinOpResolverWithoutDefaultDelegates();
        interpreter = new Interpreter((Pointer) null);
        model = FlatBufferModel.VerifyAndBuildFromBuffer(bytes, file.size());
        boolean loaded = false;
        try {
            load(threads, input);
            delegation = Delegation.of(interpreter, file);
            loaded = true;
        } finally {
            if (!loaded) {
                close();
            }
        }
    }

    private void load(int threads, Shape input) {
        if (model == null || model.isNull()) {
            throw refused("its flatbuffer is damaged");
        }
        try (InterpreterBuilder builder = new InterpreterBuilder(model, resolver)) {
            builder.SetNumThreads(threads);
            if (builder.apply(interpreter) != kTfLiteOk || interpreter.isNull()) {
                throw refused("it has an operation or a version that this runtime does not know");
            }
        }
        if (input != null && interpreter.ResizeInputTensor(interpreter.inputs().get(0), input.toArray()) != kTfLiteOk) {
            throw refused("it does not take the size " + input);
        }
        if (interpreter.AllocateTensors() != kTfLiteOk) {
            throw refused("its operations and shapes do not fit together" + (input == null ? "" : " at " + input));
        }
    }

    private UserException refused(String reason) {
        return new UserException(
                "TFLite " + runtimeVersion() + " cannot run " + source + ": " + reason,
                "Export the file again, or use a file made for this version");
    }

    /** Version of the runtime, for example 2.20.0. */
    public static String runtimeVersion() {
        return TfLiteVersion().getString();
    }

    /** Number of tensors that a run takes. */
    public int inputCount() {
        return (int) interpreter.inputs().limit();
    }

    /** With the batch first, in the file's own order of axes. */
    public Shape inputShape(int index) {
        return shape(interpreter.input_tensor(index));
    }

    /** As {@link #inputShape}; known once the tensors are allocated. */
    public Shape outputShape(int index) {
        return shape(interpreter.output_tensor(index));
    }

    /** Which operations XNNPACK took. */
    public Delegation delegation() {
        return delegation;
    }

    /** Sets an input; values in the tensor's order (channels last), rounded to what the tensor can keep. */
    public void setInput(int index, float[] values) {
        values(interpreter.input_tensor(index)).put(values);
    }

    /**
     * Sets every input to made-up values: a picture without a pattern where numbers from 0 to 255 make sense, zeros
     * elsewhere.
     *
     * @throws UserException if an input is of a kind that cannot be made up
     */
    public void fillInputs() {
        for (int i = 0; i < inputCount(); i++) {
            TfLiteTensor tensor = interpreter.input_tensor(i);
            if (tensor.type() == kTfLiteString || TfLiteTensorData(tensor) == null) {
                throw new UserException(
                        "Input " + i + " of " + source
                                + " takes text or has no fixed size, and Fathom makes up numbers only",
                        "Run it where its own inputs are");
            }
            new BytePointer(TfLiteTensorData(tensor))
                    .put(SampleInput.bytes(tensor.type(), Math.toIntExact(TfLiteTensorByteSize(tensor))));
        }
    }

    /** @throws UserException if the runtime reports a failure */
    public void invoke() {
        if (interpreter.Invoke() != kTfLiteOk) {
            throw refused("running it failed");
        }
    }

    /** Copies an output; values in the tensor's order (channels last). */
    public float[] output(int index) {
        return values(interpreter.output_tensor(index)).get();
    }

    /** Copies an output as it lies in memory. */
    public byte[] outputBytes(int index) {
        TfLiteTensor tensor = interpreter.output_tensor(index);
        byte[] bytes = new byte[Math.toIntExact(TfLiteTensorByteSize(tensor))];
        new BytePointer(TfLiteTensorData(tensor)).get(bytes);
        return bytes;
    }

    /** Runs a model of one input and one output. */
    public float[] run(float[] input) {
        setInput(0, input);
        invoke();
        return output(0);
    }

    private TensorValues values(TfLiteTensor tensor) {
        if (TfLiteTensorData(tensor) == null) {
            throw refused("a tensor has no memory");
        }
        return TensorValues.of(tensor, shape(tensor).elements(), source);
    }

    private static Shape shape(TfLiteTensor tensor) {
        List<Integer> dims = new ArrayList<>();
        for (int i = 0; i < tensor.dims().size(); i++) {
            dims.add(tensor.dims().data(i));
        }
        return new Shape(dims);
    }

    @Override
    public void close() {
        interpreter.close();
        resolver.close();
        if (model != null) {
            model.close();
        }
        bytes.close();
    }
}

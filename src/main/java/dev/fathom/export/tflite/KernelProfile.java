package dev.fathom.export.tflite;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.fathom.core.UserException;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Where a model's time goes: the runtime's own profiler, with XNNPACK. XNNPACK reports its pieces in whole microseconds,
 * cut off, so that small ones show as nothing.
 */
public final class KernelProfile implements AutoCloseable {
    /**
     * A piece of work.
     *
     * @param operator index of the file's operation, -1 for a piece of an XNNPACK partition
     * @param millis median over the runs
     */
    public record Kernel(String name, int operator, double millis) {}

    private static final int OK = 0;

    private final RuntimeLibrary library = RuntimeLibrary.load();
    private final RuntimeLibrary.Profiler profiler = new RuntimeLibrary.Profiler();
    private final KernelTimes times = new KernelTimes();
    private final Memory bytes;
    private Pointer model;
    private Pointer delegate;
    private Pointer interpreter;

    private KernelProfile(byte[] file) {
        bytes = new Memory(file.length);
        bytes.write(0, file, 0, file.length);
        profiler.begin = (self, name, operator, graph) -> times.begin(name, operator);
        profiler.end = (self, number) -> times.end();
        profiler.timed = (self, name, micros, operator, graph) -> times.timed(name, micros);
    }

    /**
     * Runs a model with made-up inputs. The caller has run it before: what a run cannot survive is not caught here.
     *
     * @param betweenRuns called before each run with how many are done; what it throws ends the measurement
     * @throws UserException if this platform's runtime has no profiler or refuses the model
     */
    public static List<Kernel> measure(TfliteModel file, int threads, int runs, IntConsumer betweenRuns) {
        try (KernelProfile profile = new KernelProfile(file.bytes())) {
            profile.load(threads);
            profile.invoke();
            profile.times.forget();
            for (int i = 0; i < runs; i++) {
                betweenRuns.accept(i);
                profile.invoke();
            }
            return profile.times.medians();
        } catch (UnsatisfiedLinkError e) {
            throw new UserException(
                    "The runtime of this platform has no profiler, so where the time goes is not known",
                    "Use Linux for that",
                    e);
        }
    }

    private void load(int threads) {
        model = required(library.TfLiteModelCreate(bytes, bytes.size()));
        RuntimeLibrary.XnnpackOptions.ByValue xnnpack = library.TfLiteXNNPackDelegateOptionsDefault();
        xnnpack.threads = threads;
        xnnpack.write();
        delegate = required(library.TfLiteXNNPackDelegateCreate(xnnpack.getPointer()));
        Pointer options = library.TfLiteInterpreterOptionsCreate();
        library.TfLiteInterpreterOptionsSetNumThreads(options, threads);
        library.TfLiteInterpreterOptionsAddDelegate(options, delegate);
        library.TfLiteInterpreterOptionsSetTelemetryProfiler(options, profiler);
        interpreter = library.TfLiteInterpreterCreate(model, options);
        library.TfLiteInterpreterOptionsDelete(options);
        required(interpreter);
        require(library.TfLiteInterpreterAllocateTensors(interpreter) == OK);
        for (int i = 0; i < library.TfLiteInterpreterGetInputTensorCount(interpreter); i++) {
            Pointer tensor = library.TfLiteInterpreterGetInputTensor(interpreter, i);
            int length = Math.toIntExact(library.TfLiteTensorByteSize(tensor));
            byte[] values = SampleInput.bytes(library.TfLiteTensorType(tensor), length);
            required(library.TfLiteTensorData(tensor)).write(0, values, 0, length);
        }
    }

    private void invoke() {
        times.nextRun();
        require(library.TfLiteInterpreterInvoke(interpreter) == OK);
    }

    private static Pointer required(Pointer pointer) {
        require(pointer != null);
        return pointer;
    }

    private static void require(boolean fine) {
        if (!fine) {
            throw new UserException(
                    "The runtime does not run this model with its profiler on, so where the time goes is not known",
                    "Measure the latency as a whole");
        }
    }

    @Override
    public void close() {
        if (interpreter != null) {
            library.TfLiteInterpreterDelete(interpreter);
        }
        if (delegate != null) {
            library.TfLiteXNNPackDelegateDelete(delegate);
        }
        if (model != null) {
            library.TfLiteModelDelete(model);
        }
        bytes.close();
    }
}

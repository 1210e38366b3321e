package dev.fathom.export.tflite;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * The C functions of TFLite that the Java binding leaves out: the XNNPACK delegate and the profiler. They are in the
 * same library file. Names and order of parameters are those of {@code c_api.h}, {@code xnnpack_delegate.h} and
 * {@code telemetry/c/profiler.h}.
 */
interface RuntimeLibrary extends Library {

    /** @throws UnsatisfiedLinkError if this platform's library does not offer the functions */
    static RuntimeLibrary load() {
        return Native.load(Loader.load(tensorflowlite.class), RuntimeLibrary.class);
    }

    Pointer TfLiteModelCreate(Pointer bytes, long length);

    void TfLiteModelDelete(Pointer model);

    Pointer TfLiteInterpreterOptionsCreate();

    void TfLiteInterpreterOptionsDelete(Pointer options);

    void TfLiteInterpreterOptionsSetNumThreads(Pointer options, int threads);

    void TfLiteInterpreterOptionsAddDelegate(Pointer options, Pointer delegate);

    void TfLiteInterpreterOptionsSetTelemetryProfiler(Pointer options, Profiler profiler);

    Pointer TfLiteInterpreterCreate(Pointer model, Pointer options);

    void TfLiteInterpreterDelete(Pointer interpreter);

    int TfLiteInterpreterAllocateTensors(Pointer interpreter);

    int TfLiteInterpreterGetInputTensorCount(Pointer interpreter);

    Pointer TfLiteInterpreterGetInputTensor(Pointer interpreter, int index);

    int TfLiteInterpreterInvoke(Pointer interpreter);

    int TfLiteTensorType(Pointer tensor);

    long TfLiteTensorByteSize(Pointer tensor);

    Pointer TfLiteTensorData(Pointer tensor);

    XnnpackOptions.ByValue TfLiteXNNPackDelegateOptionsDefault();

    Pointer TfLiteXNNPackDelegateCreate(Pointer options);

    void TfLiteXNNPackDelegateDelete(Pointer delegate);

    /** Options of the delegate: the first field, and room for the others of this and later versions. */
    @FieldOrder({"threads", "others"})
    class XnnpackOptions extends Structure {
        public int threads;
        public byte[] others = new byte[252];

        /** As a function gives it back. */
        public static final class ByValue extends XnnpackOptions implements Structure.ByValue {}
    }

    /** What the runtime calls while it works. */
    @FieldOrder({"data", "event", "opEvent", "settings", "begin", "end", "timed"})
    class Profiler extends Structure {
        public Pointer data;
        public Event event = (profiler, name, status) -> {};
        public OpEvent opEvent = (profiler, name, operator, graph, status) -> {};
        public Settings settings = (profiler, name, values) -> {};
        public Begin begin;
        public End end;
        public Timed timed;
    }

    /** Something happened. */
    interface Event extends Callback {
        void invoke(Pointer profiler, String name, long status);
    }

    /** Something happened to an operation. */
    interface OpEvent extends Callback {
        void invoke(Pointer profiler, String name, long operator, long graph, long status);
    }

    /** Settings that the runtime reports. */
    interface Settings extends Callback {
        void invoke(Pointer profiler, String name, Pointer values);
    }

    /** An operation begins; gives back a number that comes back with its end. */
    interface Begin extends Callback {
        int invoke(Pointer profiler, String name, long operator, long graph);
    }

    /** An operation has ended. */
    interface End extends Callback {
        void invoke(Pointer profiler, int number);
    }

    /** A delegate's piece of work took so many microseconds. */
    interface Timed extends Callback {
        void invoke(Pointer profiler, String name, long micros, long operator, long graph);
    }
}

"""The TFLite library that Fathom brings, called through its C interface."""
import ctypes
import os

from talk import Refusal
from tensors import TYPES, input_bytes

FP16 = 4  # TFLITE_XNNPACK_DELEGATE_FLAG_FORCE_FP16


class ErrorText:
    """Catches what TFLite says when it refuses a model. A va_list travels as a pointer on both 64-bit platforms."""

    CALLBACK = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)

    def __init__(self):
        self.lines = []
        self.libc = ctypes.CDLL(None)
        self.callback = self.CALLBACK(self.report)

    def report(self, _, form, arguments):
        text = ctypes.create_string_buffer(512)
        self.libc.vsnprintf(text, ctypes.c_size_t(512), form, ctypes.c_void_p(arguments))
        self.lines.append(text.value.decode("utf-8", "replace").strip())

    def last(self):
        return self.lines[-1] if self.lines else "no reason given"


class Options(ctypes.Structure):
    """TfLiteXNNPackDelegateOptions: its first fields, and room for those that versions add."""

    _fields_ = [("threads", ctypes.c_int32), ("runtime_flags", ctypes.c_uint32), ("flags", ctypes.c_uint32),
                ("rest", ctypes.c_int32 * 61)]


class Library:
    """The TFLite C library that came along, with XNNPACK. Raises OSError where it cannot be loaded."""

    def __init__(self, path):
        self.lib = ctypes.CDLL(path)
        for name, result in (("ModelCreate", ctypes.c_void_p), ("InterpreterOptionsCreate", ctypes.c_void_p),
                             ("XNNPackDelegateCreate", ctypes.c_void_p), ("InterpreterCreate", ctypes.c_void_p),
                             ("InterpreterGetInputTensor", ctypes.c_void_p), ("Version", ctypes.c_char_p),
                             ("InterpreterGetOutputTensor", ctypes.c_void_p), ("TensorByteSize", ctypes.c_size_t),
                             ("XNNPackDelegateOptionsDefault", Options)):
            getattr(self.lib, "TfLite" + name).restype = result
        self.name = "TFLite %s with XNNPACK" % self.lib.TfLiteVersion().decode()

    def call(self, name, pointer, *arguments):
        return getattr(self.lib, "TfLite" + name)(ctypes.c_void_p(pointer), *arguments)

    def load(self, path, threads, fp16, profiler=None):
        return LibraryModel(self, path, threads, fp16, profiler)


class LibraryModel:
    def __init__(self, library, path, threads, fp16, profiler):
        self.library, self.path, self.errors, self.profiler = library, path, ErrorText(), profiler
        self.interpreter = self.delegate = self.model = None
        with open(path, "rb") as file:
            self.bytes = file.read()
        self.model = library.call(
            "ModelCreate", ctypes.cast(self.bytes, ctypes.c_void_p).value, ctypes.c_size_t(len(self.bytes)))
        if not self.model:
            raise self.refused("it is not a TFLite model, or damaged")
        options = library.lib.TfLiteXNNPackDelegateOptionsDefault()
        options.threads = threads if threads > 1 else 0
        options.flags |= FP16 if fp16 else 0
        self.delegate = library.call("XNNPackDelegateCreate", ctypes.addressof(options))
        settings = library.lib.TfLiteInterpreterOptionsCreate()
        library.call("InterpreterOptionsSetNumThreads", settings, ctypes.c_int32(threads))
        library.call("InterpreterOptionsSetErrorReporter", settings, self.errors.callback, None)
        library.call("InterpreterOptionsAddDelegate", settings, ctypes.c_void_p(self.delegate))
        if profiler is not None:
            library.call("InterpreterOptionsSetTelemetryProfiler", settings, ctypes.byref(profiler))
        self.interpreter = library.call("InterpreterCreate", self.model, ctypes.c_void_p(settings))
        library.call("InterpreterOptionsDelete", settings)
        if not self.interpreter or library.call("InterpreterAllocateTensors", self.interpreter) != 0:
            reason = "its processor may have no fp16 arithmetic" if fp16 else self.errors.last()
            raise self.refused(reason, "Leave out --fp16" if fp16 else None)

    def refused(self, reason, remedy=None):
        return Refusal("%s cannot run %s: %s" % (self.library.name, os.path.basename(self.path), reason),
                       remedy or "Export the model again, or check the file with fathom inspect")

    def tensor(self, side, index):
        pointer = self.library.call("InterpreterGet%sTensor" % side, self.interpreter, ctypes.c_int32(index))
        kind = TYPES.get(self.library.call("TensorType", pointer), ("of another kind", None, 0))
        rank = self.library.call("TensorNumDims", pointer)
        shape = [self.library.call("TensorDim", pointer, ctypes.c_int32(i)) for i in range(rank)]
        return pointer, kind, shape, self.library.call("TensorByteSize", pointer)

    def set_inputs(self, source):
        for i in range(self.library.call("InterpreterGetInputTensorCount", self.interpreter)):
            pointer, kind, _, size = self.tensor("Input", i)
            content = input_bytes(kind[0], size, source)
            if self.library.call("TensorCopyFromBuffer", pointer, content, ctypes.c_size_t(len(content))) != 0:
                raise Refusal("The input has %d bytes, the model takes %d" % (len(content), size),
                              "Give a raw file in the type and shape of the model's input")

    def invoke(self):
        if self.library.call("InterpreterInvoke", self.interpreter) != 0:
            raise self.refused(self.errors.last())

    def output(self):
        pointer, kind, shape, size = self.tensor("Output", 0)
        content = ctypes.create_string_buffer(size)
        self.library.call("TensorCopyToBuffer", pointer, content, ctypes.c_size_t(size))
        return kind[0], shape, content.raw

    def close(self):
        for name, pointer in (("InterpreterDelete", self.interpreter), ("XNNPackDelegateDelete", self.delegate),
                              ("ModelDelete", self.model)):
            if pointer:
                self.library.call(name, pointer)

"""Times of single operations."""
import ctypes
import time


class Profiler(ctypes.Structure):
    """TfLiteTelemetryProfilerStruct: is told the time of every operation, XNNPACK's own included."""

    EVENT = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint64)
    OP_EVENT = ctypes.CFUNCTYPE(
        None, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int64, ctypes.c_int64, ctypes.c_uint64)
    SETTINGS = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    BEGIN = ctypes.CFUNCTYPE(ctypes.c_uint32, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int64, ctypes.c_int64)
    END = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_uint32)
    INVOKED = ctypes.CFUNCTYPE(
        None, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint64, ctypes.c_int64, ctypes.c_int64)
    _fields_ = [
        ("data", ctypes.c_void_p), ("event", EVENT), ("op_event", OP_EVENT), ("settings", SETTINGS),
        ("begin", BEGIN), ("end", END), ("invoked", INVOKED)]

    def __init__(self):
        self.open = {}
        self.forget()
        nothing = lambda *_: None  # noqa: E731
        super().__init__(
            None, self.EVENT(nothing), self.OP_EVENT(nothing), self.SETTINGS(nothing),
            self.BEGIN(self.on_begin), self.END(self.on_end), self.INVOKED(self.on_invoked))

    def forget(self):
        """Begins a run whose events count."""
        self.partition, self.times, self.others = 0, {}, set()

    def next_run(self):
        self.partition = 0

    def on_begin(self, _, name, index, subgraph):
        """An operation that XNNPACK did not take begins."""
        handle = len(self.open) + 1
        self.open[handle] = (name.decode(), index, time.perf_counter())
        self.others.add((subgraph, index))
        return handle

    def on_end(self, _, handle):
        if handle in self.open:
            name, index, start = self.open.pop(handle)
            self.add((0, index, name), 1e3 * (time.perf_counter() - start))

    def on_invoked(self, _, name, micros, index, subgraph):
        """XNNPACK says this of its operations, counted from 0 in each partition."""
        self.partition += 1 if index == 0 else 0
        self.add((self.partition, index, name.decode()), micros / 1e3)

    def add(self, key, millis):
        self.times[key] = self.times.get(key, 0.0) + millis

    def operations(self, runs):
        """Slowest first; partition 0 is what XNNPACK did not take."""
        rows = sorted(self.times.items(), key=lambda row: -row[1])
        return [{"name": name, "partition": partition, "index": index, "mean_ms": total / runs}
                for (partition, index, name), total in rows]

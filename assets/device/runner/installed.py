"""What may be installed where the library cannot be loaded."""
import ctypes
import glob
import os
import re
import subprocess
import sys

from machine import state
from talk import Refusal
from tensors import input_bytes


FP16 = "xnnpack_force_fp16"


class Package:
    """An installed ai_edge_litert or tflite_runtime, which bring numpy."""

    def __init__(self, module):
        sys.path += glob.glob(os.path.expanduser("~/.cache/fathom/venv/lib/python3*/site-packages"))
        self.interpreter = __import__(module + ".interpreter", fromlist=["Interpreter"]).Interpreter
        version = getattr(__import__(module), "__version__", "")
        self.name = ("%s %s with XNNPACK" % (module, version)).replace("  ", " ")

    def load(self, path, threads, fp16, profiler=None):
        if fp16:
            raise Refusal(self.name + " cannot be told to compute in fp16", "Leave out --fp16")
        return PackageModel(self, path, threads)


class PackageModel:
    def __init__(self, package, path, threads):
        try:
            self.model = package.interpreter(model_path=path, num_threads=threads)
            self.model.allocate_tensors()
        except (ValueError, RuntimeError) as e:
            raise Refusal("%s cannot run %s: %s" % (package.name, os.path.basename(path), str(e).splitlines()[0]),
                          "Export the model again, or check the file with fathom inspect")

    def set_inputs(self, source):
        import numpy
        for detail in self.model.get_input_details():
            kind, shape = numpy.dtype(detail["dtype"]), tuple(detail["shape"])
            content = input_bytes(kind.name, int(numpy.prod(shape)) * kind.itemsize, source)
            self.model.set_tensor(detail["index"], numpy.frombuffer(content, kind).reshape(shape))

    def invoke(self):
        self.model.invoke()

    def output(self):
        value = self.model.get_tensor(self.model.get_output_details()[0]["index"])
        return value.dtype.name, list(value.shape), value.tobytes()

    def close(self):
        self.model = None


def end_with_parent():
    """Lets the kernel kill the program when this process ends, however it does (PR_SET_PDEATHSIG, SIGKILL)."""
    ctypes.CDLL(None).prctl(1, 9)


def program_options(args):
    """benchmark_model warms up for half a second, and runs at least as often and as long as it is told."""
    options = ["--use_xnnpack=true", "--num_runs=%d" % (1 if args.seconds else args.runs)]
    options += ["--min_secs=%g" % args.seconds, "--max_secs=%g" % (args.seconds + 60)] if args.seconds else []
    options += ["--run_delay=%g" % args.pause] if args.pause else []
    return options + ["--%s=true" % FP16] if args.fp16 else options


def by_program(program, args):
    """What benchmark_model, TensorFlow's own tool, says: a summary without the runs."""
    results = []
    for threads in args.threads:
        for index, path in enumerate(args.model):
            before = state()
            ended = subprocess.run(
                [program, "--graph=" + path, "--num_threads=%d" % threads] + program_options(args),
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, preexec_fn=end_with_parent)
            text = ended.stdout.decode("utf-8", "replace")
            if args.fp16 and re.search(r"Unconsumed.*" + FP16, text):
                raise Refusal("This benchmark_model cannot be told to compute in fp16", "Leave out --fp16")
            times = re.search(r"Init: ([\d.e+]+), First inference: ([\d.e+]+)", text)
            counts = re.findall(r"count=(\d+).*?min=(\S+) max=(\S+) avg=(\S+) std=([\d.e+]+)", text)
            if ended.returncode != 0 or not times or not counts:
                raise Refusal("benchmark_model cannot run %s" % os.path.basename(path), "Export the model again")
            count, low, high, mean, std = (float(v) for v in counts[-1])
            results.append({
                "model": index, "threads": threads, "load_ms": float(times[1]) / 1e3,
                "first_ms": float(times[2]) / 1e3, "warm_up_runs": 0, "steady": True, "runs_ms": [],
                "summary": {"runs": int(count), "min": low / 1e3, "max": high / 1e3, "mean": mean / 1e3,
                            "std": std / 1e3},
                "before": before, "during": {"others_cores": None}, "after": state()})
    return results

#!/usr/bin/env python3
"""Runs exported files in TFLite 2.9.0, a build by another party, and compares with what Fathom's own runtime gives.

    older-runtime.py --fathom "java -jar target/fathom.jar" runs/RUN/export/*.tflite

The library is the x86-64 one of the npm package tfjs-tflite-node 0.0.2, which "npm pack" fetches once into --cache; it is
not a dependency of Fathom. Every file is run with the library's own kernels and with its XNNPACK delegate, on the fixed
made-up picture that latencies are measured with. Needs Python 3.8 and nothing else. Ends with 1 if a file does not load, or
differs by more than its format allows.
"""

import argparse
import array
import ctypes
import pathlib
import shlex
import subprocess
import sys
import tarfile
import tempfile

PACKAGE = "tfjs-tflite-node@0.0.2"
LIBRARY = "package/cc_deps/linux_amd64/libtensorflowlite_c.so"
FLOAT32, UINT8, INT8 = 1, 3, 9
QUANTISED_KERNELS = 3
# Shares of the range. The library's own kernels round whole numbers otherwise; with XNNPACK they have to be the same bits.
LIMITS = {"f32": 1e-4, "f16": 1e-4, "dynamic": 0.1, "int8": 0.25}


class Quantisation(ctypes.Structure):
    _fields_ = [("scale", ctypes.c_float), ("zero_point", ctypes.c_int32)]


def library(cache):
    """The shared library, from the cache or from npm."""
    path = cache / LIBRARY
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", PACKAGE], cwd=cache, check=True, capture_output=True)
        with tarfile.open(next(cache.glob("*.tgz"))) as package:
            package.extract(LIBRARY, cache)
    lite = ctypes.CDLL(str(path))
    for name in ("ModelCreateFromFile", "InterpreterOptionsCreate", "InterpreterCreate", "InterpreterGetInputTensor",
                 "InterpreterGetOutputTensor", "TensorData", "XNNPackDelegateCreate"):
        getattr(lite, "TfLite" + name).restype = ctypes.c_void_p
    lite.TfLiteVersion.restype = ctypes.c_char_p
    lite.TfLiteTensorByteSize.restype = ctypes.c_size_t
    lite.TfLiteTensorQuantizationParams.restype = Quantisation
    return lite


def picture(kind, size):
    """Fathom's made-up picture: a linear congruential generator's highest byte, as the tensor keeps it."""
    state, values = 1, bytearray()
    for _ in range(size // 4 if kind == FLOAT32 else size):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        values.append(state >> 24)
    return array.array("f", list(values)).tobytes() if kind == FLOAT32 else bytes(values)


def numbers(content, kind, quantisation):
    """Bytes of a tensor as the numbers that they stand for."""
    if kind == FLOAT32:
        return array.array("f", content)
    stored = array.array("b" if kind == INT8 else "B", content)
    return [quantisation.scale * (value - quantisation.zero_point) for value in stored]


def run(lite, file, xnnpack):
    """Bytes, type and form of the first output."""
    pointer = ctypes.c_void_p
    model = lite.TfLiteModelCreateFromFile(str(file).encode())
    if not model:
        sys.exit(f"{file}: not loaded")
    options = lite.TfLiteInterpreterOptionsCreate()
    lite.TfLiteInterpreterOptionsSetNumThreads(pointer(options), 1)
    if xnnpack:
        form = (ctypes.c_int32 * 16)(1, QUANTISED_KERNELS)
        delegate = lite.TfLiteXNNPackDelegateCreate(ctypes.byref(form))
        lite.TfLiteInterpreterOptionsAddDelegate(pointer(options), pointer(delegate))
    interpreter = pointer(lite.TfLiteInterpreterCreate(pointer(model), pointer(options)))
    if not interpreter or lite.TfLiteInterpreterAllocateTensors(interpreter) != 0:
        sys.exit(f"{file}: refused")
    tensor = pointer(lite.TfLiteInterpreterGetInputTensor(interpreter, 0))
    content = picture(lite.TfLiteTensorType(tensor), lite.TfLiteTensorByteSize(tensor))
    lite.TfLiteTensorCopyFromBuffer(tensor, content, ctypes.c_size_t(len(content)))
    if lite.TfLiteInterpreterInvoke(interpreter) != 0:
        sys.exit(f"{file}: does not run")
    tensor = pointer(lite.TfLiteInterpreterGetOutputTensor(interpreter, 0))
    output = ctypes.string_at(lite.TfLiteTensorData(tensor), lite.TfLiteTensorByteSize(tensor))
    return output, lite.TfLiteTensorType(tensor), lite.TfLiteTensorQuantizationParams(tensor)


def expected(fathom, files):
    """What Fathom's runtime gives for the same picture, a file's bytes each."""
    with tempfile.TemporaryDirectory() as folder:
        command = shlex.split(fathom) + ["expected-output", "--out", folder, "--"] + [str(file) for file in files]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return [next(pathlib.Path(folder).glob(f"{i}.*")).read_bytes() for i in range(len(files))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--fathom", default="fathom", help="how Fathom is started, default %(default)s")
    parser.add_argument("--cache", type=pathlib.Path, default=pathlib.Path.home() / ".cache/fathom-older-runtime")
    arguments = parser.parse_args()
    lite = library(arguments.cache)
    print("TFLite", lite.TfLiteVersion().decode())
    good = True
    for file, content in zip(arguments.files, expected(arguments.fathom, arguments.files)):
        limit = next((most for name, most in LIMITS.items() if file.stem.endswith(name)), max(LIMITS.values()))
        for kernels, xnnpack in (("own kernels", False), ("XNNPACK", True)):
            output, kind, quantisation = run(lite, file, xnnpack)
            here, there = numbers(content, kind, quantisation), numbers(output, kind, quantisation)
            same = output == content
            span = max(here) - min(here) or 1
            share = max(abs(a - b) for a, b in zip(here, there)) / span if len(here) == len(there) else float("inf")
            passed = same or share <= limit and not (xnnpack and file.stem.endswith("int8"))
            verdict = "same bits" if same else f"{share:.1e} of the range"
            print(f"{file.name:40} {kernels:12} {verdict}{'' if passed else ', TOO MUCH'}")
            good &= passed
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures how long TFLite models take on this machine.

Needs Python 3.7 and nothing else: the TFLite library comes along and is called by ctypes. Progress is printed as
"FATHOM-PROGRESS {json}", the result as one line "FATHOM-RESULT {json}"; whatever else is on the output is noise.
Exit code 0, or 2 with {"error": ..., "remedy": ...} as the result, or 3 when whoever started it is gone.
"""
import argparse
import fcntl
import os
import platform
import select
import shutil
import sys
import threading

from installed import Package, by_program
from library import Library
from measure import measure
from talk import Refusal, say


def find_runtime(args, notes):
    """The library that came along, else what is installed; each step down is noted."""
    try:
        if args.library:
            return Library(args.library)
        reason = args.no_library
    except OSError as e:
        reason = str(e).splitlines()[0]
    notes.append("The TFLite library that Fathom brings cannot be used: " + reason)
    for module in ("ai_edge_litert", "tflite_runtime"):
        try:
            package = Package(module)
            notes.append("Measured with the installed %s instead" % package.name)
            return package
        except ImportError:
            continue
    notes.append("Neither ai_edge_litert nor tflite_runtime is installed")
    return None


def run(args):
    notes = []
    runtime = find_runtime(args, notes)
    if runtime is not None:
        results = [result for threads in args.threads for result in measure(runtime, threads, args)]
        say_contents_once(results)
        name = runtime.name
    elif shutil.which("benchmark_model"):
        notes.append("Measured with benchmark_model instead: single runs and the output are not known")
        name, results = "benchmark_model", by_program(shutil.which("benchmark_model"), args)
    else:
        raise Refusal(". ".join(notes), "Install one: python3 -m venv ~/.cache/fathom/venv && "
                      "~/.cache/fathom/venv/bin/pip install ai-edge-litert")
    return {"runtime": name, "notes": notes, "python": platform.python_version(), "results": results}


def say_contents_once(results):
    """Output tensors are large, and mostly the same for all numbers of threads."""
    seen = set()
    for result in results:
        output = result["output"]
        if (result["model"], output["sha256"]) in seen:
            output.pop("content", None)
        seen.add((result["model"], output["sha256"]))


def watch(pid_file):
    """Ends this process when whoever started it is gone: nothing is left running after a dropped connection."""
    parent = os.getppid()
    while os.getppid() == parent:
        if select.select([0], [], [], 0.5)[0] and not os.read(0, 4096):
            break
    forget(pid_file)
    os._exit(3)


def forget(pid_file):
    try:
        os.unlink(pid_file)
    except FileNotFoundError:
        pass  # the other thread of this process was faster


def claim(pid_file, owner):
    """Lets one measurement run at a time, and leaves its process id for the next connection."""
    file = open(pid_file, "a+")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise Refusal("Another measurement is running on this device", "Wait until it has ended, and try again")
    file.truncate(0)
    file.write("%d %s\n" % (os.getpid(), owner))
    file.flush()
    threading.Thread(target=watch, args=(pid_file,), daemon=True).start()
    return file


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", help="the TFLite library that Fathom brings")
    parser.add_argument("--no-library", metavar="WHY", default="none was given", help="why there is no --library")
    parser.add_argument("--model", action="append", required=True)
    parser.add_argument("--threads", type=lambda text: [int(t) for t in text.split(",")], default=[1])
    parser.add_argument("--warm-up", type=int, default=50)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=0, help="instead of --runs")
    parser.add_argument("--pause", type=float, default=0, help="seconds of rest before each run")
    parser.add_argument("--input", help="raw file instead of the fixed picture")
    parser.add_argument("--fp16", action="store_true")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--output", action="store_true", help="give the output tensors, too")
    parser.add_argument("--pid-file", required=True)
    parser.add_argument("--owner", default="")
    args = parser.parse_args()
    try:
        with claim(args.pid_file, args.owner):
            try:
                say("RESULT", run(args))
            finally:
                forget(args.pid_file)
        return 0
    except Refusal as e:
        say("RESULT", {"error": e.what, "remedy": e.remedy})
    except MemoryError:
        say("RESULT", {"error": "There is not enough memory", "remedy": "End other programs on the device"})
    except Exception as e:  # the desktop has to be told something, whatever it is
        say("RESULT", {"error": "The runner failed: %s: %s" % (type(e).__name__, e), "remedy": "Please report this"})
    return 2


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)

"""Loads, warms up and times models, a few runs of each in turn."""
import gc
import time

from library import Library
from machine import OthersLoad, clock_mhz, state, status_bytes, throttle_flags
from profiler import Profiler
from talk import say
from tensors import describe

GROUP, TOLERANCE = 5, 0.03  # steady: the medians of the last two groups of runs differ by less than this
CHUNK = 10  # runs of one model before it is the next one's turn
PROFILED_RUNS = 20


class Subject:
    """One model with one number of threads, its times in milliseconds."""

    def __init__(self, runtime, index, path, threads, args):
        self.runtime, self.path, self.threads, self.args = runtime, path, threads, args
        self.warm, self.runs, self.result = [], [], {"model": index, "threads": threads}
        try:
            with open("/proc/self/clear_refs", "w") as file:
                file.write("5")  # from here on VmHWM is the peak of this model
        except OSError:
            self.result["peak_note"] = "peak memory is that of the process since its start"
        self.result["memory_before"] = status_bytes("VmRSS")
        start = time.perf_counter()
        self.model = runtime.load(path, threads, args.fp16)
        self.result["load_ms"] = 1e3 * (time.perf_counter() - start)
        self.model.set_inputs(args.input)
        self.result["first_ms"] = self.timed()

    def timed(self):
        time.sleep(self.args.pause)
        start = time.perf_counter()
        self.model.invoke()
        return 1e3 * (time.perf_counter() - start)

    def steady(self):
        if len(self.warm) < 2 * GROUP:
            return False
        before, last = (sorted(group)[GROUP // 2] for group in (self.warm[-2 * GROUP:-GROUP], self.warm[-GROUP:]))
        return abs(last - before) <= TOLERANCE * before

    def warm_up(self):
        while len(self.warm) < self.args.warm_up and not self.steady():
            self.warm.append(self.timed())
        self.result.update(warm_up_runs=len(self.warm), steady=self.steady(), peak_memory=status_bytes("VmHWM"))

    def done(self):
        return sum(self.runs) / 1e3 if self.args.seconds else len(self.runs)

    def chunk(self):
        wanted, end = self.args.seconds or self.args.runs, time.perf_counter() + 1
        for _ in range(CHUNK):
            if self.done() < wanted and time.perf_counter() < end:
                self.runs.append(self.timed())

    def finish(self, with_content):
        kind, shape, content = self.model.output()
        self.result.update(runs_ms=self.runs, output=describe(kind, shape, content, with_content))
        self.model.close()
        if isinstance(self.runtime, Library):
            self.result.update(self.profile())
        return self.result

    def profile(self):
        """Of an interpreter of its own, because being watched costs time."""
        profiler, runs = Profiler(), PROFILED_RUNS if self.args.profile else 1
        model = self.runtime.load(self.path, self.threads, self.args.fp16, profiler)
        model.set_inputs(self.args.input)
        model.invoke()
        profiler.forget()
        for _ in range(runs):
            profiler.next_run()
            model.invoke()
        model.close()
        counts = {"partitions": profiler.partition, "not_delegated": len(profiler.others)}
        return dict(counts, operations=profiler.operations(runs)) if self.args.profile else counts


def measure(runtime, threads, args):
    """Every model with this number of threads, a few runs each in turn."""
    gc.disable()  # a collection in the middle of a run would count
    before, counted = state(), "%d thread%s" % (threads, "" if threads == 1 else "s")
    subjects = []
    for index, path in enumerate(args.model):
        warming = "Warming up model %d of %d with %s" % (index + 1, len(args.model), counted)
        say("PROGRESS", {"stage": warming, "done": index, "total": len(args.model)})
        subjects.append(Subject(runtime, index, path, threads, args))
        subjects[-1].warm_up()
    others, flags, clocks, wanted = OthersLoad(), before["throttle_flags"], [], args.seconds or args.runs
    while any(subject.done() < wanted for subject in subjects):
        for subject in subjects:
            subject.chunk()
            clocks.append(clock_mhz())
        now = throttle_flags(may_start_program=False)
        flags = now | (flags or 0) if now is not None else flags
        done = sum(min(subject.done(), wanted) for subject in subjects)
        say("PROGRESS", {"stage": "Measuring with " + counted, "done": int(done), "total": int(wanted * len(subjects))})
    cores = others.cores()
    known = sorted(clock for clock in clocks if clock)
    during = {"others_cores": cores, "throttle_flags": flags, "clock_mhz": known[len(known) // 2] if known else None}
    shared = {"before": before, "during": during, "after": state()}
    return [dict(subject.finish(args.output), **shared) for subject in subjects]

package dev.fathom.cli;

import dev.fathom.device.bench.BenchmarkOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How {@code fathom latency} can be told to measure. */
final class MeasuringChoices {
    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads of the runtime, default 1, 2 and 4 as far as there are cores for them.")
    private List<Integer> threads = new ArrayList<>();

    @Option(names = "--warm-up", paramLabel = "N", description = "Most runs before counting, default ${DEFAULT-VALUE}.")
    private int warmUp = BenchmarkOptions.usual().warmUp();

    @Option(names = "--runs", paramLabel = "N", description = "Counted runs, default ${DEFAULT-VALUE}.")
    private int runs = BenchmarkOptions.usual().runs();

    @Option(names = "--seconds", paramLabel = "T", description = "Counted time of each model instead of --runs.")
    private Double seconds;

    @Option(
            names = "--pause",
            paramLabel = "T",
            description = "Seconds of rest before each run, as between the pictures of a camera; default 0.")
    private double pause;

    @Option(names = "--fp16", description = "Compute in half precision; a Raspberry Pi 5 can, a 4 cannot.")
    private boolean fp16;

    @Option(names = "--profile", description = "Time every operation, too.")
    private boolean profile;

    /** @throws dev.fathom.core.UserException if a number is not possible */
    BenchmarkOptions options() {
        return new BenchmarkOptions(threads, warmUp, runs, seconds, pause, fp16, profile);
    }
}

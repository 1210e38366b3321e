package dev.fathom.device.bench;

import dev.fathom.core.UsageException;
import java.util.List;
import java.util.Locale;

/**
 * How to measure.
 *
 * @param threads numbers of threads, one after the other; empty for the usual ones
 * @param warmUp most runs before counting
 * @param runs counted runs of each model
 * @param seconds counted time of each model instead of {@code runs}; null for {@code runs}
 * @param pause seconds of rest before each run
 * @param fp16 compute in half precision where the processor can
 * @param profile time single operations, too
 */
public record BenchmarkOptions(
        List<Integer> threads, int warmUp, int runs, Double seconds, double pause, boolean fp16, boolean profile) {
    public static final int MOST_THREADS = 64;
    public static final int MOST_RUNS = 100_000;
    public static final double MOST_SECONDS = 3600;
    public static final double MOST_PAUSE = 60;

    /** Two groups of five runs are compared; fewer do not tell whether times have settled. */
    public static final int LEAST_TELLING_WARM_UP = 10;

    public BenchmarkOptions {
        threads = List.copyOf(threads);
        threads.forEach(count -> require("--threads", count, 1, MOST_THREADS));
        require("--warm-up", warmUp, 0, MOST_RUNS);
        require("--runs", runs, 1, MOST_RUNS);
        if (seconds != null) {
            require("--seconds", seconds, seconds > 0 && seconds <= MOST_SECONDS, "above 0 and up to", MOST_SECONDS);
        }
        require("--pause", pause, pause >= 0 && pause <= MOST_PAUSE, "from 0 to", MOST_PAUSE);
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UsageException(
                    option + " " + value + " is not possible",
                    option + " takes a number from " + least + " to " + most);
        }
    }

    private static void require(String option, double value, boolean possible, String allowed, double most) {
        if (!possible) {
            throw new UsageException(
                    option + " " + plain(value) + " is not possible",
                    option + " takes a number of seconds " + allowed + " " + plain(most));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && !Double.isInfinite(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }

    /** 100 runs after at most 50, with the usual numbers of threads. */
    public static BenchmarkOptions usual() {
        return new BenchmarkOptions(List.of(), 50, 100, null, 0, false, false);
    }

    /** With these numbers of threads, one after the other. */
    public BenchmarkOptions withThreads(Integer... counts) {
        return new BenchmarkOptions(List.of(counts), warmUp, runs, seconds, pause, fp16, profile);
    }

    /** With at most so many runs before counting. */
    public BenchmarkOptions withWarmUp(int most) {
        return new BenchmarkOptions(threads, most, runs, seconds, pause, fp16, profile);
    }

    /** With so many counted runs of each model. */
    public BenchmarkOptions withRuns(int counted) {
        return new BenchmarkOptions(threads, warmUp, counted, seconds, pause, fp16, profile);
    }

    /** With so much counted time of each model instead of a number of runs. */
    public BenchmarkOptions withSeconds(double counted) {
        return new BenchmarkOptions(threads, warmUp, runs, counted, pause, fp16, profile);
    }

    /** With so many seconds of rest before each run. */
    public BenchmarkOptions withPause(double rest) {
        return new BenchmarkOptions(threads, warmUp, runs, seconds, rest, fp16, profile);
    }

    /** With the times of single operations, too. */
    public BenchmarkOptions withProfile() {
        return new BenchmarkOptions(threads, warmUp, runs, seconds, pause, fp16, true);
    }
}

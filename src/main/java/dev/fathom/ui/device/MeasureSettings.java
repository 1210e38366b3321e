package dev.fathom.ui.device;

import dev.fathom.core.UserException;
import dev.fathom.device.bench.BenchmarkOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How to measure, as the page's fields hold it: text that may still be wrong.
 *
 * @param threads numbers of threads to measure with
 * @param runs counted runs of each model
 * @param pause seconds of rest before each run
 */
public record MeasureSettings(Set<Integer> threads, String runs, String pause, boolean fp16, boolean profile) {
    /** Numbers of threads that are offered. */
    public static final List<Integer> THREADS = List.of(1, 2, 4);

    public static final MeasureSettings DEFAULT = new MeasureSettings(Set.of(1, 2, 4), "100", "0", false, false);

    public MeasureSettings {
        threads = Set.copyOf(threads);
        runs = runs.strip();
        pause = pause.strip();
    }

    /** What keeps these settings from being used, as a sentence. */
    public Optional<String> problem() {
        if (threads.isEmpty()) {
            return Optional.of("Choose at least one number of threads");
        }
        try {
            options();
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.of("Runs and pause are numbers, for example 100 and 0");
        } catch (UserException e) {
            return Optional.of(e.sentence());
        }
    }

    /**
     * The same for the benchmark.
     *
     * @throws NumberFormatException if a text is no number
     * @throws UserException if a number is not possible
     */
    BenchmarkOptions options() {
        BenchmarkOptions usual = BenchmarkOptions.usual();
        return new BenchmarkOptions(
                new ArrayList<>(new TreeSet<>(threads)),
                usual.warmUp(),
                Integer.parseInt(runs),
                null,
                Double.parseDouble(pause),
                fp16,
                profile);
    }
}

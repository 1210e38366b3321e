package dev.fathom.device.bench;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.List;

/**
 * What to measure.
 *
 * @param models files of this machine; several are measured in turns
 * @param threads numbers of threads, one after the other
 * @param warmUp most runs before counting
 * @param runs counted runs of each model
 * @param seconds counted time of each model; 0 for {@code runs}
 * @param fp16 compute in half precision where the processor can
 * @param profile time single operations, too
 */
public record BenchmarkRequest(
        List<Path> models, List<Integer> threads, int warmUp, int runs, double seconds, boolean fp16, boolean profile) {
    private static final int MOST_THREADS = 64;

    public BenchmarkRequest {
        models = List.copyOf(models);
        threads = List.copyOf(threads);
        boolean possible = !models.isEmpty()
                && !threads.isEmpty()
                && threads.stream().allMatch(count -> count >= 1 && count <= MOST_THREADS)
                && warmUp >= 0
                && runs >= 1
                && seconds >= 0;
        if (!possible) {
            throw new UserException(
                    "Cannot measure " + models.size() + " models, " + runs + " runs after " + warmUp + " with "
                            + threads + " threads",
                    "Use at least one model, one run, and 1 to " + MOST_THREADS + " threads");
        }
    }

    /** One or more models with one number of threads, as often as usual. */
    public static BenchmarkRequest of(List<Path> models, List<Integer> threads) {
        return new BenchmarkRequest(models, threads, 50, 100, 0, false, false);
    }
}

package dev.fathom.device.bench;

import dev.fathom.run.DeviceState;
import dev.fathom.run.LoadState;
import dev.fathom.run.OperationTime;
import java.util.List;

/** What the runner on the device says, as it says it. */
final class RunnerMessage {
    private RunnerMessage() {}

    /** How far it is. */
    record Progress(String stage, long done, long total) {}

    /**
     * Its last word.
     *
     * @param error what is wrong, or null
     */
    record Result(String error, String remedy, String runtime, List<String> notes, List<Measured> results) {}

    /**
     * One model with one number of threads; times in milliseconds, memory in bytes.
     *
     * @param model its place among the models
     * @param runsMs every counted run; empty if only the summary is known
     */
    record Measured(
            int model,
            int threads,
            double loadMs,
            double firstMs,
            int warmUpRuns,
            boolean steady,
            List<Double> runsMs,
            Summary summary,
            Long memoryBefore,
            Long peakMemory,
            Output output,
            Integer partitions,
            Integer notDelegated,
            List<OperationTime> operations,
            DeviceState before,
            LoadState during,
            DeviceState after) {}

    /** Of runs that are not known one by one. */
    record Summary(int runs, double min, double max, double mean, double std) {}

    /**
     * First output tensor.
     *
     * @param content its bytes, deflated and in base 64; null where an earlier one is the same
     */
    record Output(
            String type,
            List<Integer> shape,
            String sha256,
            double min,
            double max,
            double mean,
            long notFinite,
            String content) {}
}

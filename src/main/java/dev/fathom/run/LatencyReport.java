package dev.fathom.run;

import java.time.Instant;
import java.util.List;

/**
 * How long a model takes on a device, with what is needed to believe the number.
 *
 * @param model file name
 * @param sha256 of the file
 * @param device {@code local}, or the host that was measured
 * @param machine processor, operating system and cores
 * @param runtime name and version of what executed the model
 * @param xnnpackPartitions runs of operations that XNNPACK executes as one; null if the runtime does not tell
 * @param notDelegated operations outside XNNPACK; null if the runtime does not tell
 * @param loadMillis from the file's bytes to the first run
 * @param firstRunMillis the first run, which also prepares memory
 * @param warmUpRuns runs after the first that do not count
 * @param steady whether the times had settled when counting began
 * @param runsMillis every counted run, in order
 * @param details how the device was; null in old files
 */
public record LatencyReport(
        String model,
        String sha256,
        long bytes,
        String device,
        String machine,
        String runtime,
        int threads,
        Integer xnnpackPartitions,
        Integer notDelegated,
        double loadMillis,
        double firstRunMillis,
        int warmUpRuns,
        boolean steady,
        LatencyStatistics statistics,
        List<Double> runsMillis,
        Instant measured,
        LatencyDetails details) {
    public LatencyReport {
        runsMillis = List.copyOf(runsMillis);
    }

    /** False if the output was compared with the desktop's and differs, or holds what is no depth anywhere. */
    public boolean outputAccepted() {
        OutputCheck output = details == null ? null : details.output();
        if (output == null) {
            return true;
        }
        boolean differs = output.desktop() != null && !output.desktop().same();
        return output.notFinite() == 0 && !differs;
    }

    /** The same with other details. */
    public LatencyReport withDetails(LatencyDetails others) {
        return new LatencyReport(
                model,
                sha256,
                bytes,
                device,
                machine,
                runtime,
                threads,
                xnnpackPartitions,
                notDelegated,
                loadMillis,
                firstRunMillis,
                warmUpRuns,
                steady,
                statistics,
                runsMillis,
                measured,
                others);
    }
}

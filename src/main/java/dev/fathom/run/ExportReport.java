package dev.fathom.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an export made and how far it can be trusted.
 *
 * @param network name of the architecture
 * @param format {@code f32}
 * @param file file name, beside this report
 * @param input what the file takes
 * @param output what it gives
 * @param passes rewrites that were applied, in order
 * @param operators how often each TFLite operation occurs
 * @param xnnpackPartitions runs of operations that XNNPACK executes as one; 1 with nothing outside is best
 * @param notDelegated operations that XNNPACK does not take
 * @param parity the file against the engine; null if no pictures were given
 * @param runtime name and version of the TFLite runtime
 */
public record ExportReport(
        String network,
        String format,
        String file,
        long bytes,
        String sha256,
        Port input,
        Port output,
        List<String> passes,
        Map<String, Integer> operators,
        int xnnpackPartitions,
        List<NotDelegated> notDelegated,
        ParityReport parity,
        String runtime,
        String fathom,
        Instant made) {

    public ExportReport {
        passes = List.copyOf(passes);
        notDelegated = List.copyOf(notDelegated);
    }

    /**
     * An input or output of the file.
     *
     * @param shape batch, height, width, channels
     * @param meaning content and units
     */
    public record Port(String name, List<Integer> shape, String type, String meaning) {}

    /** An operation outside XNNPACK: the tensor it makes and why. */
    public record NotDelegated(String operator, String tensor, String reason) {}
}

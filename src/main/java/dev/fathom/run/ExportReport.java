package dev.fathom.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an export made and how far it can be trusted.
 *
 * @param network name of the architecture
 * @param options what the file takes and gives
 * @param file file name, beside this report
 * @param input what the file takes
 * @param output what it gives
 * @param passes rewrites that were applied, in order
 * @param operators how often each TFLite operation occurs
 * @param xnnpackPartitions runs of operations that XNNPACK executes as one; 1 with nothing outside is best
 * @param notDelegated operations that XNNPACK does not take
 * @param integer whether every processor gives the same bits, because no float is rounded; null in old reports
 * @param calibration pictures that the scales come from; null if there are no such scales
 * @param parity the file against the engine; null if no pictures were given
 * @param latency on this machine
 * @param runtime name and version of the TFLite runtime
 */
public record ExportReport(
        String network,
        ExportFormat format,
        ExportOptions options,
        String file,
        long bytes,
        String sha256,
        Port input,
        Port output,
        List<String> passes,
        Map<String, Integer> operators,
        int xnnpackPartitions,
        List<NotDelegated> notDelegated,
        Boolean integer,
        Calibration calibration,
        ParityReport parity,
        LatencyReport latency,
        String runtime,
        String fathom,
        Instant made) {

    public ExportReport {
        passes = List.copyOf(passes);
        notDelegated = List.copyOf(notDelegated);
    }

    /** File name, beside the file, of a picture strip: the picture that differs most, the engine's depth, the file's, the difference. */
    public String worstPicture() {
        return file.replaceFirst("\\.tflite$", "") + "-worst.png";
    }

    /**
     * An input or output of the file.
     *
     * @param shape batch, height, width, channels
     * @param meaning content and units
     */
    public record Port(String name, List<Integer> shape, String type, String meaning) {}

    /** How many pictures the scales of whole numbers come from, and those that could not be read. */
    public record Calibration(int pictures, List<String> leftOut) {
        public Calibration {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** An operation outside XNNPACK: the tensor it makes and why. */
    public record NotDelegated(String operator, String tensor, String reason) {}
}

package dev.fathom.run;

import dev.fathom.core.DepthMetrics;
import java.util.List;

/**
 * An exported file against the engine that it came from, picture by picture.
 *
 * @param rules how the numbers are made
 * @param outputRange largest minus smallest output of the engine over all pictures, in metres
 * @param limit largest share of the range that a difference may have; null if the metrics are to be judged instead
 * @param passed whether every picture stays below the limit; without one, whether all outputs are numbers
 * @param maxShare largest difference of all pictures as a share of the range
 * @param meanShare mean difference over all pictures as a share of the range
 * @param worst the picture with the largest difference
 * @param protocol of the metrics
 * @param engineMetrics mean over the pictures with ground truth, before the export; null if there is none
 * @param fileMetrics the same of the exported file
 * @param leftOut pictures that could not be read, each with the reason
 */
public record ParityReport(
        String rules,
        double outputRange,
        Double limit,
        boolean passed,
        double maxShare,
        double meanShare,
        String worst,
        String protocol,
        DepthMetrics engineMetrics,
        DepthMetrics fileMetrics,
        List<Picture> pictures,
        List<String> leftOut) {

    public ParityReport {
        pictures = List.copyOf(pictures);
        leftOut = List.copyOf(leftOut);
    }

    /** Largest and mean absolute difference on one picture, in metres and as shares of the range. */
    public record Picture(String id, double maxMetres, double meanMetres, double maxShare, double meanShare) {}
}

package dev.fathom.run;

import java.util.List;

/**
 * The first output of a model on the fixed picture.
 *
 * @param type of its elements, {@code float32}, {@code uint8}, {@code int8} or {@code int32}
 * @param sha256 of its bytes
 * @param notFinite elements that are NaN or infinite; not in min, max and mean
 * @param desktop how it differs from the desktop's; null if it was not compared
 */
public record OutputCheck(
        String type,
        List<Integer> shape,
        String sha256,
        double min,
        double max,
        double mean,
        long notFinite,
        Difference desktop) {
    public OutputCheck {
        shape = List.copyOf(shape);
    }

    /**
     * Device against desktop.
     *
     * @param max largest difference
     * @param maxOfRange the same as a share of the desktop's output range
     * @param limit share of the range up to which they are the same
     * @param same whether they are
     */
    public record Difference(double max, double maxOfRange, double limit, boolean same) {}

    /** The same, compared. */
    public OutputCheck compared(Difference difference) {
        return new OutputCheck(type, shape, sha256, min, max, mean, notFinite, difference);
    }
}

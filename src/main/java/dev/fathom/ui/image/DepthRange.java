package dev.fathom.ui.image;

import dev.fathom.core.DepthMap;
import dev.fathom.core.OrderStatistics;

/** The metres that a colour map spans. */
public record DepthRange(double near, double far) {
    private static final double LOW = 0.02;
    private static final double HIGH = 0.98;
    private static final double NARROWEST = 0.01;

    public DepthRange {
        if (!(near >= 0) || !(far > near) || Double.isInfinite(far)) {
            throw new IllegalArgumentException("a range from " + near + " to " + far + " m");
        }
    }

    /** The 2nd to the 98th percentile of the valid pixels; 0 to 10 m if there are none. */
    public static DepthRange of(DepthMap depth) {
        return of(depth, LOW, HIGH);
    }

    /**
     * From one share of the sorted valid pixels to another; 0 to 10 m if there are none.
     *
     * @param low 0 for the nearest pixel
     * @param high 1 for the farthest
     */
    public static DepthRange of(DepthMap depth, double low, double high) {
        OrderStatistics metres = OrderStatistics.of(depth);
        if (metres.isEmpty()) {
            return new DepthRange(0, 10);
        }
        double near = metres.atShare(low);
        double far = metres.atShare(high);
        return new DepthRange(near, Math.max(far, near + NARROWEST));
    }
}

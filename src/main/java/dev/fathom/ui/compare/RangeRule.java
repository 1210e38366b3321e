package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.ui.image.DepthRange;

/**
 * How the metres that the colours span are found.
 *
 * @param kind what the two numbers mean
 * @param low metres, or per cent of the pixels that are nearer
 * @param high metres, or per cent of the pixels that are not farther
 */
public record RangeRule(Kind kind, double low, double high) {
    /** The 2nd to the 98th percentile, which outliers do not widen. */
    public static final RangeRule PERCENTILES = new RangeRule(Kind.PERCENTILES, 2, 98);

    /** From the nearest to the farthest pixel. */
    public static final RangeRule EXTREMES = new RangeRule(Kind.EXTREMES, 0, 100);

    private static final double PERCENT = 100;

    /** The rules by their names. */
    public enum Kind {
        PERCENTILES("Percentiles"),
        EXTREMES("Whole image"),
        FIXED("Fixed");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** @throws IllegalArgumentException if these are no metres or no per cent */
    public RangeRule {
        boolean right = kind == Kind.FIXED
                ? low >= 0 && high > low && Double.isFinite(high)
                : low >= 0 && high > low && high <= PERCENT;
        if (!right) {
            throw new IllegalArgumentException(kind + " from " + low + " to " + high);
        }
    }

    public static RangeRule fixed(DepthRange range) {
        return new RangeRule(Kind.FIXED, range.near(), range.far());
    }

    DepthRange of(DepthMap depth) {
        return kind == Kind.FIXED ? new DepthRange(low, high) : DepthRange.of(depth, low / PERCENT, high / PERCENT);
    }
}

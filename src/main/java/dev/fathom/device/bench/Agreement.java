package dev.fathom.device.bench;

import java.util.Locale;

/** How well two processors can agree on what a model gives. */
public enum Agreement {
    /** Whole numbers throughout: to the bit. */
    BITS(0),
    /** Floats: XNNPACK sums in another order on another processor. */
    CLOSE(OutputComparison.FLOAT_LIMIT),
    /** Quantised while it runs, or half precision: roundings depend on the processor. */
    ROUGH(OutputComparison.ROUGH_LIMIT);

    private final double limit;

    Agreement(double limit) {
        this.limit = limit;
    }

    /** Largest difference as a share of the output's range. */
    double limit() {
        return limit;
    }

    /** The same where the device computes floats in half precision. */
    Agreement inHalfPrecision() {
        return this == BITS ? BITS : ROUGH;
    }

    /** As a file's ending. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.fathom.export.quantise;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Storage;

/**
 * Smallest and largest value of a tensor, 0 included: whatever the scale, zero is kept exactly, as padding needs.
 *
 * @param low at most 0
 * @param high at least 0
 */
record Range(double low, double high) {
    private static final double STEPS = 255;
    private static final int LEAST = Byte.MIN_VALUE;

    /** A tensor that was next to 0 on every picture: its scale would be as good as 0, which XNNPACK refuses. */
    private static final double DEAD = 1e-4;

    Range {
        if (!(low <= 0) || !(high >= 0) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("the range " + low + " to " + high);
        }
    }

    /** Of the values of a constant. */
    static Range of(Constant constant) {
        double low = 0;
        double high = 0;
        for (int i = 0; i < constant.shape().elements(); i++) {
            low = Math.min(low, constant.at(i));
            high = Math.max(high, constant.at(i));
        }
        return new Range(low, high);
    }

    /** What holds both. */
    Range and(Range other) {
        return new Range(Math.min(low, other.low), Math.max(high, other.high));
    }

    /** Both ends further from 0. */
    Range times(double factor) {
        return new Range(low * factor, high * factor);
    }

    /** The same, or a range of 1 in place of one that is next to nothing. */
    Range alive() {
        return high - low < DEAD ? new Range(low, low + 1) : this;
    }

    /** Distance of neighbouring numbers if the range is spread over eight bits. */
    double step() {
        return (high - low) / STEPS;
    }

    /** Spread over eight bits. */
    Storage.Whole int8() {
        return new Storage.Whole(Storage.Whole.Type.INT8, step(), (int) Math.rint(LEAST - low / step()));
    }
}

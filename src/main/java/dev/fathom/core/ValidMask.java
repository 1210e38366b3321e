package dev.fathom.core;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/** Which pixels of a depth map are usable: true means measured, row-major {@code y * width + x}. Immutable. */
public final class ValidMask {
    private final int width;
    private final int height;
    private final BitSet valid;

    private ValidMask(int width, int height, BitSet valid) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("mask of " + width + "x" + height);
        }
        this.width = width;
        this.height = height;
        this.valid = valid;
    }

    /** A mask from a bit a pixel, row-major; the bits are copied. */
    public static ValidMask of(int width, int height, BitSet valid) {
        if (valid.length() > width * height) {
            throw new IllegalArgumentException("mask bit " + (valid.length() - 1) + " beyond " + width + "x" + height);
        }
        return new ValidMask(width, height, (BitSet) valid.clone());
    }

    /** Valid where the value is finite and greater than zero. */
    public static ValidMask positive(int width, int height, float[] values) {
        if (values.length != width * height) {
            throw new IllegalArgumentException(values.length + " values for " + width + "x" + height);
        }
        BitSet bits = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0f && values[i] < Float.POSITIVE_INFINITY) {
                bits.set(i);
            }
        }
        return new ValidMask(width, height, bits);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether the pixel in column {@code x} and row {@code y} is valid. */
    public boolean get(int x, int y) {
        Objects.checkIndex(x, width);
        Objects.checkIndex(y, height);
        return valid.get(y * width + x);
    }

    /** Validity by row-major index. */
    public boolean get(int index) {
        return valid.get(index);
    }

    /** Number of valid pixels. */
    public int count() {
        return valid.cardinality();
    }

    /** Share of valid pixels, 0 to 1. */
    public double share() {
        return count() / (double) (width * height);
    }

    void requireSize(int w, int h) {
        if (w != width || h != height) {
            throw new IllegalArgumentException("mask is " + width + "x" + height + ", not " + w + "x" + h);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ValidMask m && m.width == width && m.height == height && m.valid.equals(valid);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new int[] {width, height, valid.hashCode()});
    }

    @Override
    public String toString() {
        return "ValidMask[" + width + "x" + height + ", " + count() + " valid]";
    }
}

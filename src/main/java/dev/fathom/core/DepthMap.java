package dev.fathom.core;

import java.util.BitSet;
import java.util.Objects;

/**
 * Depth in metres, one float a pixel, row-major {@code y * width + x}, together with its {@link ValidMask}.
 *
 * <p>Values at invalid pixels carry no meaning; ask the mask, never a sentinel.
 */
public final class DepthMap {
    private final int width;
    private final int height;
    private final float[] metres;
    private final ValidMask valid;

    /** The array is taken over, not copied. */
    public DepthMap(int width, int height, float[] metres, ValidMask valid) {
        if (metres.length != width * height) {
            throw new IllegalArgumentException(metres.length + " values for " + width + "x" + height);
        }
        valid.requireSize(width, height);
        this.width = width;
        this.height = height;
        this.metres = metres;
        this.valid = valid;
    }

    /** A map in which finite values above zero are valid: how networks' predictions become depth maps. */
    public static DepthMap ofPositive(int width, int height, float[] metres) {
        return new DepthMap(width, height, metres, ValidMask.positive(width, height, metres));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public ValidMask valid() {
        return valid;
    }

    /** Metres at a pixel; meaningless where {@link #valid()} is false. */
    public float metres(int x, int y) {
        Objects.checkIndex(x, width);
        Objects.checkIndex(y, height);
        return metres[y * width + x];
    }

    /** The map's own array, row-major. Read only. */
    public float[] metres() {
        return metres;
    }

    /**
     * Nearest-neighbour resize as PyTorch's {@code interpolate(mode="nearest")}: source index
     * {@code floor(i * in / out)}. Validity follows the pixel.
     */
    public DepthMap resizeNearest(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        float[] out = new float[newWidth * newHeight];
        BitSet mask = new BitSet(out.length);
        for (int y = 0; y < newHeight; y++) {
            int row = (int) ((long) y * height / newHeight) * width;
            for (int x = 0; x < newWidth; x++) {
                int from = row + (int) ((long) x * width / newWidth);
                out[y * newWidth + x] = metres[from];
                mask.set(y * newWidth + x, valid.get(from));
            }
        }
        return new DepthMap(newWidth, newHeight, out, ValidMask.of(newWidth, newHeight, mask));
    }

    @Override
    public String toString() {
        return "DepthMap[" + width + "x" + height + ", " + valid.count() + " valid]";
    }
}

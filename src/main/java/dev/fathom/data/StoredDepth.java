package dev.fathom.data;

import dev.fathom.core.DepthMap;
import dev.fathom.core.ImageSize;
import dev.fathom.core.ValidMask;
import java.util.BitSet;

/** Depth as a file holds it, row-major: whole numbers of 16 bits, or metres as floats that are not to be rounded. */
public sealed interface StoredDepth permits DepthRaster, FloatDepth {
    int width();

    int height();

    default ImageSize size() {
        return new ImageSize(height(), width());
    }

    /** Whether the sample at a row-major index was measured. */
    boolean valid(int index);

    /** Metres at a row-major index; meaningless where {@link #valid} is false. */
    float metres(int index);

    /** Memory the samples take. */
    long bytes();

    /**
     * A map of samples of this one.
     *
     * @param from row-major index of each sample of the new map, or -1 for one that is not measured
     */
    StoredDepth select(int width, int height, int[] from);

    /** True if no pixel was measured. */
    default boolean isEmpty() {
        for (int i = 0; i < width() * height(); i++) {
            if (valid(i)) {
                return false;
            }
        }
        return true;
    }

    /** The same depth in metres with its mask. */
    default DepthMap toDepthMap() {
        int pixels = width() * height();
        float[] metres = new float[pixels];
        BitSet mask = new BitSet(pixels);
        for (int i = 0; i < pixels; i++) {
            if (valid(i)) {
                metres[i] = metres(i);
                mask.set(i);
            }
        }
        return new DepthMap(width(), height(), metres, ValidMask.of(width(), height(), mask));
    }
}

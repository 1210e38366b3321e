package dev.fathom.data.file;

import dev.fathom.core.DepthMap;
import dev.fathom.core.ValidMask;
import java.util.BitSet;

/**
 * One value a pixel as a file stores it, before its unit is known; row-major, first row on top.
 *
 * @param values taken over and not copied; read only
 * @param type the numbers' type in the file
 */
public record Plane(int width, int height, float[] values, SampleType type) {
    private static final float SATURATED = 0xffff;

    public Plane {
        if (width <= 0 || height <= 0 || values.length != width * height) {
            throw new IllegalArgumentException(values.length + " values for " + width + "x" + height);
        }
    }

    /**
     * Whether a value is a measurement: finite and above zero, and not 65535 if the file has 16-bit whole numbers.
     */
    public boolean valid(int index) {
        float value = values[index];
        return value > 0 && value < Float.POSITIVE_INFINITY && !(type == SampleType.UINT16 && value == SATURATED);
    }

    /** The same values with columns as rows, as files in MATLAB's order need. */
    public Plane transposed() {
        float[] out = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[x * height + y] = values[y * width + x];
            }
        }
        return new Plane(height, width, out, type);
    }

    /**
     * The values as depth.
     *
     * @param unitsPerMetre how many of the file's units make a metre: 1 for metres, 1000 for millimetres
     */
    public DepthMap toDepthMap(double unitsPerMetre) {
        if (!(unitsPerMetre > 0) || Double.isInfinite(unitsPerMetre)) {
            throw new IllegalArgumentException(unitsPerMetre + " units per metre");
        }
        float[] metres = new float[values.length];
        BitSet mask = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            if (valid(i)) {
                metres[i] = (float) (values[i] / unitsPerMetre);
                mask.set(i);
            }
        }
        return new DepthMap(width, height, metres, ValidMask.of(width, height, mask));
    }
}

package dev.fathom.data;

import dev.fathom.core.DepthMap;

/**
 * Depth as stored: unsigned 16-bit samples, row-major, half the memory of metres. The samples 0 and 65535 mean "not
 * measured".
 *
 * @param raw the samples, taken over and not copied; read only
 * @param unitsPerMetre how many raw units make a metre, 1000 for millimetres
 */
public record DepthRaster(int width, int height, short[] raw, double unitsPerMetre) implements StoredDepth {
    private static final int SATURATED = 0xffff;

    public DepthRaster {
        if (raw.length != width * height) {
            throw new IllegalArgumentException(raw.length + " samples for " + width + "x" + height);
        }
        if (!(unitsPerMetre > 0) || Double.isInfinite(unitsPerMetre)) {
            throw new IllegalArgumentException(unitsPerMetre + " units per metre");
        }
    }

    @Override
    public boolean valid(int index) {
        int sample = raw[index] & 0xffff;
        return sample != 0 && sample != SATURATED;
    }

    @Override
    public float metres(int index) {
        return (float) ((raw[index] & 0xffff) / unitsPerMetre);
    }

    @Override
    public long bytes() {
        return 2L * raw.length;
    }

    @Override
    public DepthRaster select(int newWidth, int newHeight, int[] from) {
        short[] out = new short[from.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[i] < 0 ? 0 : raw[from[i]];
        }
        return new DepthRaster(newWidth, newHeight, out, unitsPerMetre);
    }

    /**
     * The nearest sample for each metre value. Invalid pixels become 0; valid ones stay valid: what is too near or too
     * far for 16 bits becomes 1 or 65534.
     */
    public static DepthRaster of(DepthMap depth, double unitsPerMetre) {
        float[] metres = depth.metres();
        short[] raw = new short[metres.length];
        for (int i = 0; i < raw.length; i++) {
            if (depth.valid().get(i)) {
                raw[i] = (short) Math.max(1, Math.min(SATURATED - 1, Math.round(metres[i] * unitsPerMetre)));
            }
        }
        return new DepthRaster(depth.width(), depth.height(), raw, unitsPerMetre);
    }
}

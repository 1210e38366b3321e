package dev.fathom.data;

/**
 * Depth as metres. What is not a finite number greater than 0 means "not measured".
 *
 * @param metres row-major, taken over and not copied; read only
 */
public record FloatDepth(int width, int height, float[] metres) implements StoredDepth {
    public FloatDepth {
        if (metres.length != width * height) {
            throw new IllegalArgumentException(metres.length + " values for " + width + "x" + height);
        }
    }

    @Override
    public boolean valid(int index) {
        return metres[index] > 0 && metres[index] < Float.POSITIVE_INFINITY;
    }

    @Override
    public float metres(int index) {
        return metres[index];
    }

    @Override
    public long bytes() {
        return 4L * metres.length;
    }

    @Override
    public FloatDepth select(int newWidth, int newHeight, int[] from) {
        float[] out = new float[from.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = from[i] < 0 ? Float.NaN : metres[from[i]];
        }
        return new FloatDepth(newWidth, newHeight, out);
    }
}

package dev.fathom.training.losses;

/**
 * Ground truth of a batch at full resolution, as the data loader hands it over.
 *
 * @param metres {@code [batch, height, width]}, row-major, 0 where invalid
 * @param mask the same shape, 1 where valid and 0 elsewhere
 */
public record Truth(int batch, int height, int width, float[] metres, float[] mask) {
    public Truth {
        int size = Math.multiplyExact(batch, Math.multiplyExact(height, width));
        if (metres.length < size || mask.length < size) {
            throw new IllegalArgumentException(
                    "truth of " + batch + "x" + height + "x" + width + " with " + metres.length + " values");
        }
    }

    /** Number of pixels of one image. */
    public int pixels() {
        return height * width;
    }
}

package dev.fathom.training.losses;

/**
 * Predicted depth of a batch at the network's own resolution.
 *
 * @param metres {@code [batch, height, width]}, row-major
 */
public record DepthGrid(int batch, int height, int width, double[] metres) {
    public DepthGrid {
        if (metres.length != batch * height * width) {
            throw new IllegalArgumentException(
                    metres.length + " values for a grid of " + batch + "x" + height + "x" + width);
        }
    }

    /** Number of cells of one image. */
    public int cells() {
        return height * width;
    }
}

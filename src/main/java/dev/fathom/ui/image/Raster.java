package dev.fathom.ui.image;

/**
 * A picture as opaque ARGB, row-major {@code y * width + x}. The array is the raster's own and not changed after.
 */
public record Raster(int width, int height, int[] argb) {
    public Raster {
        if (width <= 0 || height <= 0 || argb.length != width * height) {
            throw new IllegalArgumentException(argb.length + " pixels for " + width + "x" + height);
        }
    }
}

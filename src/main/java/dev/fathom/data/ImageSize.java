package dev.fathom.data;

/** Height and width in pixels, in the order tensors have them. */
public record ImageSize(int height, int width) {
    public ImageSize {
        if (height <= 0 || width <= 0) {
            throw new IllegalArgumentException("an image of height " + height + " and width " + width);
        }
    }

    /** Number of pixels. */
    public int pixels() {
        return Math.multiplyExact(height, width);
    }

    /** True if this size lies inside the other in both directions. */
    public boolean fitsIn(ImageSize other) {
        return height <= other.height && width <= other.width;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}

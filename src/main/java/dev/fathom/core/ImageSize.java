package dev.fathom.core;

/** Height and width of an image in pixels, written in the order tensors have them: 480x640 is VGA. */
public record ImageSize(int height, int width) {
    /** VGA, the size of the Mobile AI depth challenge. */
    public static final ImageSize VGA = new ImageSize(480, 640);

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
        return height + "x" + width;
    }
}

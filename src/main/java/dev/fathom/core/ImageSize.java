package dev.fathom.core;

/** Height and width of an image in pixels, written in the order tensors have them: 480x640 is VGA. */
public record ImageSize(int height, int width) {
    /** VGA, the size of the Mobile AI depth challenge. */
    public static final ImageSize VGA = new ImageSize(480, 640);

    /** Sizes whose proportions differ by less are taken as the same scene; whole pixels cannot always be exact. */
    private static final double PROPORTION_TOLERANCE = 0.01;

    public ImageSize {
        if (height <= 0 || width <= 0) {
            throw new IllegalArgumentException("an image of height " + height + " and width " + width);
        }
    }

    /**
     * Reads {@code HEIGHTxWIDTH}.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static ImageSize parse(String text) {
        String[] sides = text.split("x", -1);
        if (sides.length != 2) {
            throw new IllegalArgumentException(text + " is not height x width");
        }
        return new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    /** Number of pixels. */
    public int pixels() {
        return Math.multiplyExact(height, width);
    }

    /** True if this size lies inside the other in both directions. */
    public boolean fitsIn(ImageSize other) {
        return height <= other.height && width <= other.width;
    }

    /** True if both can show the same view, a hundredth aside. */
    public boolean isProportionalTo(ImageSize other) {
        double across = (double) width * other.height;
        double down = (double) height * other.width;
        return Math.abs(across - down) <= PROPORTION_TOLERANCE * Math.max(across, down);
    }

    /** True if both can show the same view after a turn by 90 degrees, and cannot as they are. */
    public boolean fitsOnlyTurned(ImageSize other) {
        return isProportionalTo(other.turned()) && !isProportionalTo(other);
    }

    /** The size after a turn by 90 degrees. */
    public ImageSize turned() {
        return new ImageSize(width, height);
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}

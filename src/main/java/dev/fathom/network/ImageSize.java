package dev.fathom.network;

/** Height and width of an image in pixels. */
public record ImageSize(int height, int width) {
    /** VGA, the size of the Mobile AI depth challenge. */
    public static final ImageSize VGA = new ImageSize(480, 640);

    public ImageSize {
        if (height <= 0 || width <= 0) {
            throw new IllegalArgumentException("image of " + height + "x" + width);
        }
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}

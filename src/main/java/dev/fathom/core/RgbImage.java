package dev.fathom.core;

/**
 * An 8-bit colour image, row-major with interleaved red, green, blue: {@code rgb[(y * width + x) * 3 + channel]}.
 *
 * <p>The array is the image's own: treat it as read only.
 */
public record RgbImage(int width, int height, byte[] rgb) {
    public RgbImage {
        if (width <= 0 || height <= 0 || rgb.length != width * height * 3) {
            throw new IllegalArgumentException(rgb.length + " bytes for an image of " + width + "x" + height);
        }
    }

    public ImageSize size() {
        return new ImageSize(height, width);
    }

    /** One channel of one pixel, 0 to 255. */
    public int channel(int x, int y, int channel) {
        return rgb[(y * width + x) * 3 + channel] & 0xff;
    }
}

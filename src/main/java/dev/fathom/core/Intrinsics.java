package dev.fathom.core;

/**
 * A pinhole camera in pixels of a picture of a certain size. Pixel centres lie at whole numbers, so the middle of the
 * picture is {@code (width - 1) / 2}.
 *
 * @param fx focal length along the width
 * @param fy focal length along the height
 * @param cx column of the optical axis
 * @param cy row of the optical axis
 */
public record Intrinsics(int width, int height, double fx, double fy, double cx, double cy) {
    public Intrinsics {
        if (width <= 0 || height <= 0 || !(fx > 0) || !(fy > 0) || !Double.isFinite(fx + fy + cx + cy)) {
            throw new IllegalArgumentException(
                    "focal lengths " + fx + ", " + fy + " and axis " + cx + ", " + cy + " of " + width + "x" + height);
        }
    }

    /** Square pixels and the axis in the middle: what a list with a focal length alone means. */
    public static Intrinsics centred(int width, int height, double focal) {
        return new Intrinsics(width, height, focal, focal, (width - 1) / 2.0, (height - 1) / 2.0);
    }

    /** The camera of the same picture brought to another size. */
    public Intrinsics resized(int newWidth, int newHeight) {
        double x = (double) newWidth / width;
        double y = (double) newHeight / height;
        return new Intrinsics(newWidth, newHeight, fx * x, fy * y, (cx + 0.5) * x - 0.5, (cy + 0.5) * y - 0.5);
    }

    /** The camera of a part of the picture. */
    public Intrinsics cropped(int left, int top, int newWidth, int newHeight) {
        return new Intrinsics(newWidth, newHeight, fx, fy, cx - left, cy - top);
    }
}

package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import java.util.Arrays;

/**
 * Turns pictures and depth counter-clockwise about their centre: the picture bilinear and black outside, the depth by
 * its nearest sample and not measured outside.
 */
final class Turn {
    /** Positions are fixed-point numbers, so that multiples of 90 degrees and the way back are exact. */
    private static final int FRACTION_BITS = 32;

    private static final int WEIGHT_BITS = 11;
    private static final int ONE = 1 << WEIGHT_BITS;
    private static final int ROUNDING = 1 << 2 * WEIGHT_BITS - 1;

    private final boolean none;
    private final int width;
    private final int height;
    private final long cos;
    private final long sin;
    private final long startX;
    private final long startY;

    Turn(double degrees, ImageSize size) {
        this.none = degrees == 0;
        this.width = size.width();
        this.height = size.height();
        double cosine = StrictMath.cos(StrictMath.toRadians(degrees));
        double sine = StrictMath.sin(StrictMath.toRadians(degrees));
        this.cos = fixed(cosine);
        this.sin = fixed(sine);
        // The source of the pixel at the top left, from the centre that stays where it is.
        double centreX = (width - 1) / 2.0;
        double centreY = (height - 1) / 2.0;
        this.startX = fixed(centreX) - Math.round(centreX * 2) * cos / 2 + Math.round(centreY * 2) * sin / 2;
        this.startY = fixed(centreY) - Math.round(centreX * 2) * sin / 2 - Math.round(centreY * 2) * cos / 2;
    }

    private static long fixed(double value) {
        return Math.round(value * (1L << FRACTION_BITS));
    }

    /** A new picture, or the same one if there is nothing to turn. */
    RgbImage image(RgbImage image) {
        return image(image, new CropRule.Window(0, 0, width, height));
    }

    /**
     * The same, of which only a part will be looked at.
     *
     * @param part where the new picture is right; the rest is black
     */
    RgbImage image(RgbImage image, CropRule.Window part) {
        if (none) {
            return image;
        }
        byte[] rgb = image.rgb();
        byte[] out = new byte[rgb.length];
        int lastColumn = width - 1;
        int lastRow = height - 1;
        for (int row = part.top(); row < part.top() + part.height(); row++) {
            long x = startX - row * sin + part.left() * cos;
            long y = startY + row * cos + part.left() * sin;
            int to = (row * width + part.left()) * 3;
            int end = to + part.width() * 3;
            for (; to < end; x += cos, y += sin, to += 3) {
                int left = (int) (x >> FRACTION_BITS);
                int top = (int) (y >> FRACTION_BITS);
                if (left >= 0 && top >= 0 && left < lastColumn && top < lastRow) {
                    int from = (top * width + left) * 3;
                    inside(rgb, from, from + 3 * width, weight(x), weight(y), out, to);
                } else if (left >= -1 && top >= -1 && left <= lastColumn && top <= lastRow) {
                    border(rgb, left, top, weight(x), weight(y), out, to);
                }
            }
        }
        return new RgbImage(width, height, out);
    }

    /** Share of the pixel to the right or below, of {@link #ONE}. */
    private static int weight(long position) {
        return (int) (position >>> FRACTION_BITS - WEIGHT_BITS) & ONE - 1;
    }

    /** Where all four pixels lie inside; static and unrolled, since nearly all the time is spent here. */
    private static void inside(byte[] rgb, int from, int next, int right, int below, byte[] out, int to) {
        int bottomRight = right * below;
        int topRight = (right << WEIGHT_BITS) - bottomRight;
        int bottomLeft = (below << WEIGHT_BITS) - bottomRight;
        int topLeft = ONE * ONE - topRight - bottomLeft - bottomRight;
        int red = topLeft * (rgb[from] & 0xff)
                + topRight * (rgb[from + 3] & 0xff)
                + bottomLeft * (rgb[next] & 0xff)
                + bottomRight * (rgb[next + 3] & 0xff);
        int green = topLeft * (rgb[from + 1] & 0xff)
                + topRight * (rgb[from + 4] & 0xff)
                + bottomLeft * (rgb[next + 1] & 0xff)
                + bottomRight * (rgb[next + 4] & 0xff);
        int blue = topLeft * (rgb[from + 2] & 0xff)
                + topRight * (rgb[from + 5] & 0xff)
                + bottomLeft * (rgb[next + 2] & 0xff)
                + bottomRight * (rgb[next + 5] & 0xff);
        out[to] = (byte) (red + ROUNDING >> 2 * WEIGHT_BITS);
        out[to + 1] = (byte) (green + ROUNDING >> 2 * WEIGHT_BITS);
        out[to + 2] = (byte) (blue + ROUNDING >> 2 * WEIGHT_BITS);
    }

    /** Where some of the four pixels lie outside, which count as black. */
    private void border(byte[] rgb, int left, int top, int right, int below, byte[] out, int to) {
        for (int channel = 0; channel < 3; channel++) {
            int above = (ONE - right) * value(rgb, left, top, channel) + right * value(rgb, left + 1, top, channel);
            int under =
                    (ONE - right) * value(rgb, left, top + 1, channel) + right * value(rgb, left + 1, top + 1, channel);
            int sum = (ONE - below) * above + below * under;
            out[to + channel] = (byte) (sum + ROUNDING >> 2 * WEIGHT_BITS);
        }
    }

    private int value(byte[] rgb, int x, int y, int channel) {
        boolean outside = x < 0 || y < 0 || x >= width || y >= height;
        return outside ? 0 : rgb[(y * width + x) * 3 + channel] & 0xff;
    }

    /** A new map, or the same one if there is nothing to turn; every sample is one of the source's or not measured. */
    StoredDepth depth(StoredDepth depth) {
        return depth(depth, new CropRule.Window(0, 0, width, height));
    }

    /**
     * The same, of which only a part will be looked at.
     *
     * @param part where the new map is right; the rest is not measured
     */
    StoredDepth depth(StoredDepth depth, CropRule.Window part) {
        if (none) {
            return depth;
        }
        int[] from = new int[width * height];
        Arrays.fill(from, -1);
        long half = 1L << FRACTION_BITS - 1;
        for (int row = part.top(); row < part.top() + part.height(); row++) {
            long x = startX - row * sin + part.left() * cos + half;
            long y = startY + row * cos + part.left() * sin + half;
            int to = row * width + part.left();
            int end = to + part.width();
            for (; to < end; x += cos, y += sin, to++) {
                int sourceX = (int) (x >> FRACTION_BITS);
                int sourceY = (int) (y >> FRACTION_BITS);
                boolean inside = sourceX >= 0 && sourceY >= 0 && sourceX < width && sourceY < height;
                from[to] = inside ? sourceY * width + sourceX : -1;
            }
        }
        return depth.select(width, height, from);
    }
}

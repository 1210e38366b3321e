package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import java.util.stream.IntStream;

/** Brings pictures and depth to another size. Pixel centres lie at halves, so that both stay aligned. */
public final class Resampling {
    /** The 256 values, which are looked up faster than converted. */
    private static final float[] FLOAT = new float[256];

    static {
        for (int value = 0; value < FLOAT.length; value++) {
            FLOAT[value] = value;
        }
    }

    private Resampling() {}

    /**
     * Plain bilinear without smoothing, source position {@code (i + 0.5) * in / out - 0.5}, as OpenCV's
     * INTER_LINEAR and PyTorch's bilinear with align_corners=false; rounded to the nearest byte.
     */
    public static RgbImage bilinear(RgbImage image, ImageSize size) {
        if (image.width() == size.width() && image.height() == size.height()) {
            return image;
        }
        Axis columns = Axis.of(image.width(), size.width());
        Axis rows = Axis.of(image.height(), size.height());
        byte[] out = new byte[size.pixels() * 3];
        for (int y = 0; y < size.height(); y++) {
            int above = rows.first[y] * image.width() * 3;
            int below = rows.second[y] * image.width() * 3;
            row(image.rgb(), above, below, rows.share[y], columns, out, y * size.width() * 3);
        }
        return new RgbImage(size.width(), size.height(), out);
    }

    private static void row(byte[] rgb, int above, int below, float share, Axis columns, byte[] out, int start) {
        int to = start;
        for (int x = 0; x < columns.share.length; x++, to += 3) {
            int left = columns.first[x] * 3;
            int right = columns.second[x] * 3;
            float side = columns.share[x];
            // Unrolled, since nearly all the time is spent here.
            int a = above + left;
            int b = above + right;
            int c = below + left;
            int d = below + right;
            out[to] = mix(rgb[a], rgb[b], rgb[c], rgb[d], side, share);
            out[to + 1] = mix(rgb[a + 1], rgb[b + 1], rgb[c + 1], rgb[d + 1], side, share);
            out[to + 2] = mix(rgb[a + 2], rgb[b + 2], rgb[c + 2], rgb[d + 2], side, share);
        }
    }

    private static byte mix(byte a, byte b, byte c, byte d, float side, float share) {
        float above = FLOAT[a & 0xff] + (FLOAT[b & 0xff] - FLOAT[a & 0xff]) * side;
        float below = FLOAT[c & 0xff] + (FLOAT[d & 0xff] - FLOAT[c & 0xff]) * side;
        return (byte) (above + (below - above) * share + 0.5f);
    }

    /** The sample whose pixel holds the centre of the new pixel: source index {@code floor((i + 0.5) * in / out)}. */
    static StoredDepth nearest(StoredDepth depth, ImageSize size) {
        if (depth.width() == size.width() && depth.height() == size.height()) {
            return depth;
        }
        int[] columns = IntStream.range(0, size.width())
                .map(x -> centre(x, depth.width(), size.width()))
                .toArray();
        int[] from = new int[size.pixels()];
        int to = 0;
        for (int y = 0; y < size.height(); y++) {
            int row = centre(y, depth.height(), size.height()) * depth.width();
            for (int column : columns) {
                from[to++] = row + column;
            }
        }
        return depth.select(size.width(), size.height(), from);
    }

    private static int centre(int i, int in, int out) {
        return (int) ((2L * i + 1) * in / (2L * out));
    }

    /** Along one direction: the two source pixels of each new pixel and the second one's share. */
    private record Axis(int[] first, int[] second, float[] share) {
        static Axis of(int in, int out) {
            int[] first = new int[out];
            int[] second = new int[out];
            float[] share = new float[out];
            for (int i = 0; i < out; i++) {
                double position = Math.max(0, (i + 0.5) * in / out - 0.5);
                first[i] = (int) position;
                second[i] = Math.min(first[i] + 1, in - 1);
                share[i] = (float) (position - first[i]);
            }
            return new Axis(first, second, share);
        }
    }
}

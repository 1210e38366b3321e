package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;

/** Brings pictures and depth to another size. Pixel centres lie at halves, so that both stay aligned. */
public final class Resampling {
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
        byte[] rgb = image.rgb();
        byte[] out = new byte[size.pixels() * 3];
        int to = 0;
        for (int y = 0; y < size.height(); y++) {
            int above = rows.first[y] * image.width();
            int below = rows.second[y] * image.width();
            for (int x = 0; x < size.width(); x++) {
                int left = columns.first[x];
                int right = columns.second[x];
                float share = columns.share[x];
                for (int channel = 0; channel < 3; channel++) {
                    float a = mix(rgb, (above + left) * 3 + channel, (above + right) * 3 + channel, share);
                    float b = mix(rgb, (below + left) * 3 + channel, (below + right) * 3 + channel, share);
                    out[to++] = (byte) (a + (b - a) * rows.share[y] + 0.5f);
                }
            }
        }
        return new RgbImage(size.width(), size.height(), out);
    }

    private static float mix(byte[] values, int first, int second, float share) {
        int a = values[first] & 0xff;
        int b = values[second] & 0xff;
        return a + (b - a) * share;
    }

    /** The sample whose pixel holds the centre of the new pixel: source index {@code floor((i + 0.5) * in / out)}. */
    static StoredDepth nearest(StoredDepth depth, ImageSize size) {
        if (depth.width() == size.width() && depth.height() == size.height()) {
            return depth;
        }
        int[] from = new int[size.pixels()];
        for (int y = 0; y < size.height(); y++) {
            int row = centre(y, depth.height(), size.height()) * depth.width();
            for (int x = 0; x < size.width(); x++) {
                from[y * size.width() + x] = row + centre(x, depth.width(), size.width());
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

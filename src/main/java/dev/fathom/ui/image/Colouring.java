package dev.fathom.ui.image;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.ColorPng;

/** Makes rasters of pictures, depth, errors and masks. Invalid pixels have a colour that is in no colour map. */
public final class Colouring {
    /** Where there is no depth. */
    public static final int INVALID = ColorPng.INVALID_ARGB;
    /** Valid pixels of a mask. */
    public static final int MASK_VALID = 0xff18304b;
    /** Invalid pixels of a mask. */
    public static final int MASK_INVALID = 0xffff6b6b;

    private Colouring() {}

    public static Raster picture(RgbImage image) {
        int[] argb = new int[image.width() * image.height()];
        byte[] rgb = image.rgb();
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | (rgb[3 * i] & 0xff) << 16 | (rgb[3 * i + 1] & 0xff) << 8 | rgb[3 * i + 2] & 0xff;
        }
        return new Raster(image.width(), image.height(), argb);
    }

    /** Depth from {@code range.near()} (start of the map) to {@code range.far()} (its end). */
    public static Raster depth(DepthMap depth, ColorMap map, DepthRange range) {
        float[] metres = depth.metres();
        int[] argb = new int[metres.length];
        float near = (float) range.near();
        float scale = (float) (1 / (range.far() - range.near()));
        for (int i = 0; i < argb.length; i++) {
            argb[i] = depth.valid().get(i) ? map.argb((metres[i] - near) * scale) : INVALID;
        }
        return new Raster(depth.width(), depth.height(), argb);
    }

    /**
     * |prediction - truth| from 0 to {@code most} metres, where both are valid.
     *
     * @param prediction in the size of the truth
     */
    public static Raster absoluteError(DepthMap prediction, DepthMap truth, ColorMap map, double most) {
        float[] p = prediction.metres();
        float[] g = truth.metres();
        int[] argb = new int[g.length];
        float scale = (float) (1 / most);
        for (int i = 0; i < argb.length; i++) {
            boolean valid = truth.valid().get(i) && prediction.valid().get(i);
            argb[i] = valid ? map.argb(Math.abs(p[i] - g[i]) * scale) : INVALID;
        }
        return new Raster(truth.width(), truth.height(), argb);
    }

    /**
     * Prediction - truth from -{@code most} (start of the map) over 0 (its middle) to {@code most} metres, where both
     * are valid.
     *
     * @param prediction in the size of the truth
     */
    public static Raster signedError(DepthMap prediction, DepthMap truth, ColorMap map, double most) {
        float[] p = prediction.metres();
        float[] g = truth.metres();
        int[] argb = new int[g.length];
        float scale = (float) (0.5 / most);
        for (int i = 0; i < argb.length; i++) {
            boolean valid = truth.valid().get(i) && prediction.valid().get(i);
            argb[i] = valid ? map.argb(0.5f + (p[i] - g[i]) * scale) : INVALID;
        }
        return new Raster(truth.width(), truth.height(), argb);
    }

    /** Two colours: measured and not. */
    public static Raster mask(DepthMap truth) {
        int[] argb = new int[truth.width() * truth.height()];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = truth.valid().get(i) ? MASK_VALID : MASK_INVALID;
        }
        return new Raster(truth.width(), truth.height(), argb);
    }

    /** The picture, dimmed and tinted where the truth was not measured; the truth is stretched over the picture. */
    public static Raster overlay(RgbImage image, DepthMap truth) {
        DepthMap stretched = truth.resizeNearest(image.width(), image.height());
        int[] argb = picture(image).argb();
        for (int i = 0; i < argb.length; i++) {
            if (!stretched.valid().get(i)) {
                argb[i] = 0xff000000 | mixed(argb[i], 16) | mixed(argb[i], 8) | mixed(argb[i], 0);
            }
        }
        return new Raster(image.width(), image.height(), argb);
    }

    /** One channel, two thirds of it the colour of invalid pixels. */
    private static int mixed(int argb, int shift) {
        return ((argb >> shift & 0xff) + 2 * (MASK_INVALID >> shift & 0xff)) / 3 << shift;
    }
}

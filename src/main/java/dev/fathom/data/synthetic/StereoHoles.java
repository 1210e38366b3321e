package dev.fathom.data.synthetic;

import dev.fathom.data.DepthRaster;

/**
 * What a stereo camera makes of the true depth, seen from its left eye: nothing in the sky, nearer than 0.4 m or beyond
 * 40 m; nothing where the right eye does not see the place (left of near edges, and at the left border); speckle where
 * there is no texture to match; and disparity in steps of 1/32 pixel with a slow error.
 *
 * @param focal in pixels
 * @param baseline distance of the eyes in metres
 */
record StereoHoles(double focal, double baseline, long seed) {
    static final double MIN_METRES = 0.4;
    static final double MAX_METRES = 40;

    private static final double STEPS_PER_PIXEL = 32;
    private static final double SLOW_ERROR_PIXELS = 0.06;
    private static final int WINDOW = 6;
    private static final double PLAIN = 0.004;
    private static final double TEXTURED = 0.02;
    private static final double SPECKLE_SHARE = 0.4;

    /** Depth as the camera stores it, in millimetres, 0 where there is none. */
    DepthRaster measure(Frame frame) {
        int width = frame.width();
        double[] disparity = disparities(frame.depth());
        boolean[] seen = seenByBoth(disparity, width);
        double[] contrast = Contrast.of(frame, WINDOW);
        short[] raw = new short[disparity.length];
        for (int i = 0; i < raw.length; i++) {
            double z = frame.depth()[i];
            if (seen[i] && z >= MIN_METRES && z <= MAX_METRES && matched(i % width, i / width, contrast[i])) {
                double measured = focal * baseline / stepped(disparity[i], i % width, i / width);
                boolean within = measured >= MIN_METRES && measured <= MAX_METRES;
                raw[i] = within ? (short) Math.round(measured * 1000) : 0;
            }
        }
        return new DepthRaster(width, frame.height(), raw, 1000);
    }

    private double[] disparities(double[] depth) {
        double[] disparity = new double[depth.length];
        for (int i = 0; i < depth.length; i++) {
            disparity[i] = focal * baseline / depth[i];
        }
        return disparity;
    }

    /** From right to left along each row: a pixel is hidden if one to its right lands at or left of it in the right eye. */
    static boolean[] seenByBoth(double[] disparity, int width) {
        boolean[] seen = new boolean[disparity.length];
        for (int row = 0; row < disparity.length; row += width) {
            double leftmost = Double.POSITIVE_INFINITY;
            for (int x = width - 1; x >= 0; x--) {
                double landing = x - disparity[row + x];
                seen[row + x] = landing >= 0 && landing < leftmost;
                leftmost = Math.min(leftmost, landing);
            }
        }
        return seen;
    }

    private boolean matched(int x, int y, double contrast) {
        double plain = 1 - Noise.step(PLAIN, TEXTURED, contrast);
        double clump = 0.7 * Noise.at(seed, x / 9.0, y / 7.0) + 0.3 * Noise.at(seed + 1, x / 3.0, y / 3.0);
        return clump > SPECKLE_SHARE * plain;
    }

    private double stepped(double disparity, int x, int y) {
        double slow = SLOW_ERROR_PIXELS * 2 * (Noise.at(seed + 2, x / 40.0, y / 40.0) - 0.5);
        return Math.max(1, Math.round((disparity + slow) * STEPS_PER_PIXEL)) / STEPS_PER_PIXEL;
    }
}

package dev.fathom.data.check;

import dev.fathom.core.OrderStatistics;
import dev.fathom.data.StoredDepth;

/** Counts of one depth map. */
final class DepthTally {
    static final int STEP = 4;
    static final int ROWS = 18;
    static final int COLUMNS = 24;
    static final int BINS = 80;
    private static final double NEAREST = 0.05;
    private static final double FARTHEST = 500;
    private static final double BIN_FACTOR = BINS / Math.log(FARTHEST / NEAREST);

    final long[] bins = new long[BINS];
    final long[] cellPixels = new long[ROWS * COLUMNS];
    final long[] cellInvalid = new long[ROWS * COLUMNS];
    final StoredSteps steps = new StoredSteps();
    final float medianMetres;

    DepthTally(StoredDepth depth) {
        int columns = (depth.width() + STEP - 1) / STEP;
        float[] metres = new float[columns * ((depth.height() + STEP - 1) / STEP)];
        int valid = 0;
        for (int y = 0; y < depth.height(); y += STEP) {
            for (int x = 0; x < depth.width(); x += STEP) {
                int index = y * depth.width() + x;
                int cell = y * ROWS / depth.height() * COLUMNS + x * COLUMNS / depth.width();
                cellPixels[cell]++;
                if (depth.valid(index)) {
                    metres[valid++] = depth.metres(index);
                    bins[bin(depth.metres(index))]++;
                    steps.add(depth, index);
                } else {
                    cellInvalid[cell]++;
                }
            }
        }
        this.medianMetres = valid == 0 ? Float.NaN : new OrderStatistics(metres, valid).at(valid / 2);
    }

    private static int bin(float metres) {
        int bin = (int) (Math.log(metres / NEAREST) * BIN_FACTOR);
        return Math.max(0, Math.min(BINS - 1, bin));
    }

    /** Lower end of a bin in metres. */
    static double lowerEnd(int bin) {
        return NEAREST * Math.exp(bin / BIN_FACTOR);
    }
}

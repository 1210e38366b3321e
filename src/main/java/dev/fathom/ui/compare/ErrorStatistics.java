package dev.fathom.ui.compare;

import dev.fathom.core.DepthMap;
import dev.fathom.core.OrderStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the errors of one prediction are spread: prediction - truth in metres over the pixels that are valid in both.
 *
 * @param most metres at either end of the histogram; errors beyond are in the outer bins
 * @param histogram share of the pixels in each of the equal bins from -most to most
 * @param bands the absolute error against depth, from near to far; bands with few pixels are left out
 * @param pixels that were counted
 * @param mean error in metres, NaN if there is no pixel
 * @param meanAbsolute mean absolute error in metres, NaN if there is no pixel
 */
record ErrorStatistics(
        double most, double[] histogram, List<Band> bands, int pixels, double mean, double meanAbsolute) {
    static final int BINS = 41;
    static final int BANDS = 12;

    /** Fewer pixels say nothing about a band. */
    private static final int FEWEST = 20;

    private static final double LOW = 0.1;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.9;
    private static final double REACHED = 0.98;

    /**
     * The absolute errors where the truth is between two depths.
     *
     * @param near metres
     * @param far metres
     * @param low error that 10 % of the pixels do not reach
     * @param median error
     * @param high error that 10 % of the pixels exceed
     */
    record Band(double near, double far, double low, double median, double high) {}

    /**
     * @param prediction in the size of the truth
     * @param near metres where the first band begins
     * @param far metres where the last band ends
     */
    static ErrorStatistics of(DepthMap prediction, DepthMap truth, double most, double near, double far) {
        int[] counts = new int[BINS];
        float[][] byBand = new float[BANDS][16];
        int[] sizes = new int[BANDS];
        int pixels = 0;
        double sum = 0;
        double absolute = 0;
        for (int i = 0; i < truth.metres().length; i++) {
            if (!truth.valid().get(i) || !prediction.valid().get(i)) {
                continue;
            }
            float g = truth.metres()[i];
            float error = prediction.metres()[i] - g;
            counts[bin(error, most)]++;
            pixels++;
            sum += error;
            absolute += Math.abs(error);
            int band = (int) Math.floor((g - near) / (far - near) * BANDS);
            if (band >= 0 && band < BANDS) {
                if (sizes[band] == byBand[band].length) {
                    byBand[band] = Arrays.copyOf(byBand[band], 2 * sizes[band]);
                }
                byBand[band][sizes[band]++] = Math.abs(error);
            }
        }
        double[] shares = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            shares[i] = pixels == 0 ? 0 : counts[i] / (double) pixels;
        }
        return new ErrorStatistics(
                most, shares, bands(byBand, sizes, near, far), pixels, sum / pixels, absolute / pixels);
    }

    /** Metres of absolute error that two pixels of a hundred exceed; 0 if there is no pixel. */
    static double reach(DepthMap prediction, DepthMap truth) {
        float[] errors = new float[truth.metres().length];
        int pixels = 0;
        for (int i = 0; i < errors.length; i++) {
            if (truth.valid().get(i) && prediction.valid().get(i)) {
                errors[pixels++] = Math.abs(prediction.metres()[i] - truth.metres()[i]);
            }
        }
        return pixels == 0 ? 0 : new OrderStatistics(errors, pixels).atShare(REACHED);
    }

    private static int bin(float error, double most) {
        int bin = (int) Math.floor((error + most) / (2 * most) * BINS);
        return Math.max(0, Math.min(BINS - 1, bin));
    }

    private static List<Band> bands(float[][] byBand, int[] sizes, double near, double far) {
        List<Band> bands = new ArrayList<>();
        double width = (far - near) / BANDS;
        for (int i = 0; i < BANDS; i++) {
            if (sizes[i] >= FEWEST) {
                OrderStatistics errors = new OrderStatistics(byBand[i], sizes[i]);
                bands.add(new Band(
                        near + i * width,
                        near + (i + 1) * width,
                        errors.atShare(LOW),
                        errors.atShare(MIDDLE),
                        errors.atShare(HIGH)));
            }
        }
        return bands;
    }
}

package dev.fathom.core;

import java.util.Arrays;
import java.util.SplittableRandom;

/** How far a mean over images would move with other images of the same kind (Efron, 1979). */
public final class Bootstrap {
    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.025;
    private static final long SEED = 1;

    private Bootstrap() {}

    /** Between which values 95 of 100 means lie. */
    public record Interval(double low, double high) {}

    /**
     * The percentile interval of the mean, always the same for the same values.
     *
     * @param values one an image; none gives NaN
     */
    public static Interval ofMean(double[] values) {
        if (values.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[RESAMPLES];
        for (int k = 0; k < RESAMPLES; k++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[k] = sum / values.length;
        }
        Arrays.sort(means);
        int cut = (int) (TAIL * RESAMPLES);
        return new Interval(means[cut], means[RESAMPLES - 1 - cut]);
    }
}

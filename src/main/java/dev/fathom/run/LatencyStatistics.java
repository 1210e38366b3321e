package dev.fathom.run;

import java.util.List;

/**
 * Summary of run times in milliseconds; the standard deviation is that of the sample (n - 1).
 *
 * @param p50 the median: the mean of the two middle runs if their number is even
 * @param p90 a run that was measured, by nearest rank: a tenth of the runs took longer; NaN for fewer than ten runs
 * @param p99 likewise a hundredth; NaN for fewer than a hundred runs
 */
public record LatencyStatistics(
        int runs, double min, double mean, double std, double p50, double p90, double p99, double max) {
    /** Runs without which a tenth, or a hundredth, of them is less than one. */
    public static final int LEAST_FOR_P90 = 10;

    public static final int LEAST_FOR_P99 = 100;

    /** @throws IllegalArgumentException if there are no runs */
    public static LatencyStatistics of(List<Double> runsMillis) {
        if (runsMillis.isEmpty()) {
            throw new IllegalArgumentException("no runs to summarise");
        }
        double[] sorted =
                runsMillis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int n = sorted.length;
        double sum = 0;
        for (double run : sorted) {
            sum += run;
        }
        double mean = sum / n;
        double squares = 0;
        for (double run : sorted) {
            squares += (run - mean) * (run - mean);
        }
        double std = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
        return new LatencyStatistics(
                n,
                sorted[0],
                mean,
                std,
                (sorted[(n - 1) / 2] + sorted[n / 2]) / 2,
                percentile(sorted, 90, LEAST_FOR_P90),
                percentile(sorted, 99, LEAST_FOR_P99),
                sorted[n - 1]);
    }

    /** The smallest run that so many per cent of the runs do not exceed. */
    private static double percentile(double[] sorted, int percent, int least) {
        int rank = (percent * sorted.length + 99) / 100;
        return sorted.length < least ? Double.NaN : sorted[rank - 1];
    }
}

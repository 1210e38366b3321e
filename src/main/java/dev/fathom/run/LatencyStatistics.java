package dev.fathom.run;

import java.util.List;

/**
 * Summary of run times in milliseconds. Percentiles are interpolated linearly between the sorted runs; the standard
 * deviation is that of the sample (n - 1).
 */
public record LatencyStatistics(
        int runs, double min, double mean, double std, double p50, double p90, double p99, double max) {

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
                percentile(sorted, 0.5),
                percentile(sorted, 0.9),
                percentile(sorted, 0.99),
                sorted[n - 1]);
    }

    private static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}

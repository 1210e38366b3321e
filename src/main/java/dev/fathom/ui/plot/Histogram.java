package dev.fathom.ui.plot;

import java.util.Arrays;
import java.util.List;

/**
 * How often values fall into bins.
 *
 * @param low left end of the first bin
 * @param high right end of the last
 * @param logarithmic true if the bins grow by a constant factor; else they are equally wide
 */
public record Histogram(double low, double high, boolean logarithmic, List<Long> counts) {
    private static final int MOST_BINS = 40;

    public Histogram {
        counts = List.copyOf(counts);
    }

    /** As many bins as the square root of the number of values, 5 to 40; all values in one bin where they are equal. */
    public static Histogram of(List<Double> values) {
        if (values.isEmpty()) {
            return new Histogram(0, 1, false, List.of());
        }
        double low = values.stream().mapToDouble(v -> v).min().getAsDouble();
        double high = values.stream().mapToDouble(v -> v).max().getAsDouble();
        if (high == low) {
            double half = Math.max(Math.abs(low) * 0.05, 1e-6);
            return new Histogram(low - half, high + half, false, List.of((long) values.size()));
        }
        int bins = (int) Math.max(5, Math.min(MOST_BINS, Math.round(Math.sqrt(values.size()))));
        long[] counts = new long[bins];
        for (double value : values) {
            counts[(int) Math.min(bins - 1, Math.floor((value - low) / (high - low) * bins))]++;
        }
        return new Histogram(low, high, false, Arrays.stream(counts).boxed().toList());
    }

    /** The fullest bin's count. */
    public long highest() {
        return counts.stream().mapToLong(count -> count).max().orElse(0);
    }
}

package dev.fathom.study;

import java.util.List;

/**
 * A number over the seeds.
 *
 * @param std sample standard deviation (n - 1), NaN for a single value
 */
record Statistic(int n, double mean, double std) {

    /** Of no value, NaN. */
    static Statistic of(List<Double> values) {
        int n = values.size();
        double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Statistic(n, mean, n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN);
    }
}

package dev.fathom.prediction;

import dev.fathom.core.DepthMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics under the names that files and charts use. */
public final class MetricNames {
    /** Those that a training draws after each epoch. */
    public static final List<String> TRAINING = List.of("si_rmse", "rmse", "abs_rel", "log10");

    private MetricNames() {}

    /** Those of {@link #TRAINING}. */
    public static Map<String, Double> training(DepthMetrics metrics) {
        Map<String, Double> named = all(metrics);
        named.keySet().retainAll(TRAINING);
        return named;
    }

    /** Every metric, always in the same order. */
    public static Map<String, Double> all(DepthMetrics metrics) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("si_rmse", metrics.siRmse());
        named.put("rmse", metrics.rmse());
        named.put("abs_rel", metrics.absRel());
        named.put("log10", metrics.log10());
        named.put("rmse_log", metrics.rmseLog());
        named.put("sq_rel", metrics.sqRel());
        named.put("silog", metrics.silog());
        named.put("d1", metrics.d1());
        named.put("d2", metrics.d2());
        named.put("d3", metrics.d3());
        return named;
    }
}

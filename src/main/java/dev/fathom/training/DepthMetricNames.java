package dev.fathom.training;

import dev.fathom.core.DepthMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics under the names that files and charts use. */
final class DepthMetricNames {
    static final List<String> ALL = List.of("si_rmse", "rmse", "abs_rel", "log10");

    private DepthMetricNames() {}

    static Map<String, Double> values(DepthMetrics metrics) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("si_rmse", metrics.siRmse());
        named.put("rmse", metrics.rmse());
        named.put("abs_rel", metrics.absRel());
        named.put("log10", metrics.log10());
        return named;
    }
}

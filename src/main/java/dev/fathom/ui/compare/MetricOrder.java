package dev.fathom.ui.compare;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * By what the list of images is ordered.
 *
 * @param name the metric's name in files; empty for the order of names
 */
public record MetricOrder(String name) {
    /** In the order of the images' names. */
    public static final MetricOrder NAMES = new MetricOrder("");

    private static final Set<String> HIGHER_IS_BETTER = Set.of(
            "d1",
            "d2",
            "d3",
            "edge_precision",
            "edge_recall",
            "edge_f1",
            "truth_share",
            "scored_share",
            "predicted_share");
    private static final Map<String, String> LABELS = Map.of(
            "si_rmse", "si-RMSE",
            "rmse", "RMSE, m",
            "abs_rel", "REL",
            "log10", "log10",
            "rmse_log", "RMSE log",
            "sq_rel", "sq. REL, m",
            "silog", "SILog",
            "d1", "δ < 1.25",
            "d2", "δ < 1.25²",
            "d3", "δ < 1.25³");

    boolean higherIsBetter() {
        return HIGHER_IS_BETTER.contains(name) || name.startsWith("edge_") || name.endsWith("_share");
    }

    /** A value as the list shows it. */
    String text(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? "Name" : LABELS.getOrDefault(name, name.replace('_', ' '));
    }
}

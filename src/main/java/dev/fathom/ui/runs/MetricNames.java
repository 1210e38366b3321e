package dev.fathom.ui.runs;

import dev.fathom.ui.base.Numbers;
import java.util.List;

/** The validation metrics as events name them, and as the field writes them. */
final class MetricNames {
    static final String SI_RMSE = "si_rmse";
    static final String RMSE = "rmse";
    static final String ABS_REL = "abs_rel";
    static final String LOG10 = "log10";

    /** Those that every validation of a training yields. */
    static final List<String> ALL = List.of(SI_RMSE, RMSE, ABS_REL, LOG10);

    private MetricNames() {}

    static String label(String metric) {
        return switch (metric) {
            case SI_RMSE -> "si-RMSE";
            case RMSE -> "RMSE";
            case ABS_REL -> "REL";
            case LOG10 -> "LOG10";
            default -> metric;
        };
    }

    /** "si-RMSE 0.250". */
    static String text(String metric, double value) {
        return label(metric) + " " + Numbers.metric(value);
    }
}

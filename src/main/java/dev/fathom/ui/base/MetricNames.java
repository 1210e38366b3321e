package dev.fathom.ui.base;

import java.util.List;

/** The validation metrics as events name them, and as the field writes them. */
public final class MetricNames {
    public static final String SI_RMSE = "si_rmse";
    public static final String RMSE = "rmse";
    public static final String ABS_REL = "abs_rel";
    public static final String LOG10 = "log10";

    /** Those that every validation of a training yields. */
    public static final List<String> ALL = List.of(SI_RMSE, RMSE, ABS_REL, LOG10);

    private MetricNames() {}

    /** "si-RMSE" for {@code si_rmse}; a name that is not known stays as it is. */
    public static String label(String metric) {
        return switch (metric) {
            case SI_RMSE -> "si-RMSE";
            case RMSE -> "RMSE";
            case ABS_REL -> "REL";
            case LOG10 -> "LOG10";
            default -> metric;
        };
    }

    /** "si-RMSE 0.250". */
    public static String text(String metric, double value) {
        return label(metric) + " " + Numbers.metric(value);
    }
}

package dev.fathom.ui.runs;

import dev.fathom.run.RunState;
import dev.fathom.ui.base.MetricNames;
import java.util.Comparator;

/** How the list of runs is sorted; what is equal stays newest first. */
public enum RunOrder {
    NEWEST("Newest", Comparator.comparing(run -> 0)),
    NAME("Name", Comparator.comparing(RunSummary::name, String.CASE_INSENSITIVE_ORDER)),
    STATE(
            "State",
            Comparator.comparing(RunSummary::state, Comparator.nullsLast(Comparator.comparing(RunOrder::place)))),
    TAGS("Tags", Comparator.comparing(run -> run.tags().isEmpty() ? "\uffff" : String.join(" ", run.tags()))),
    SI_RMSE("Best si-RMSE", by(MetricNames.SI_RMSE)),
    RMSE("Best RMSE", by(MetricNames.RMSE)),
    ABS_REL("Best REL", by(MetricNames.ABS_REL)),
    LOG10("Best LOG10", by(MetricNames.LOG10));

    private final String label;
    private final Comparator<RunSummary> comparator;

    RunOrder(String label, Comparator<RunSummary> comparator) {
        this.label = label;
        this.comparator = comparator;
    }

    private static Comparator<RunSummary> by(String metric) {
        return Comparator.comparingDouble(run -> run.metrics().getOrDefault(metric, Double.POSITIVE_INFINITY));
    }

    /** What is under way first. */
    private static int place(RunState state) {
        return switch (state) {
            case RUNNING -> 0;
            case QUEUED -> 1;
            case INTERRUPTED -> 2;
            case STOPPED -> 3;
            case FAILED -> 4;
            case DIVERGED -> 5;
            case FINISHED -> 6;
        };
    }

    Comparator<RunSummary> comparator() {
        return comparator;
    }

    @Override
    public String toString() {
        return label;
    }
}

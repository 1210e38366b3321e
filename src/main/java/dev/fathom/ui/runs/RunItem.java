package dev.fathom.ui.runs;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A run's place in the list. It stays the same object while the run changes, so that a selection holds. */
public final class RunItem {
    private final ReadOnlyObjectWrapper<RunSummary> summary;

    RunItem(RunSummary summary) {
        this.summary = new ReadOnlyObjectWrapper<>(summary);
    }

    public ReadOnlyObjectProperty<RunSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    public RunSummary summary() {
        return summary.get();
    }

    public String id() {
        return summary().id();
    }

    void update(RunSummary newer) {
        if (!newer.equals(summary.get())) {
            summary.set(newer);
        }
    }
}

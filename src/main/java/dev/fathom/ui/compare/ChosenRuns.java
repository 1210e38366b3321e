package dev.fathom.ui.compare;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.TaskExecutor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which runs there are, and which two of them are compared. View model: no nodes. */
final class ChosenRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenRuns.class);

    private final Workspace workspace;
    private final LatestTask listing;
    private final ObservableList<RunChoice> runs = FXCollections.observableArrayList();
    private final ObjectProperty<RunChoice> first = new SimpleObjectProperty<>();
    private final ObjectProperty<RunChoice> second = new SimpleObjectProperty<>();

    ChosenRuns(Workspace workspace, TaskExecutor executor) {
        this.workspace = workspace;
        this.listing = new LatestTask(executor);
    }

    /**
     * Looks for new runs in the background, and chooses one if none is.
     *
     * @param whenNone called if there is no run at all
     */
    void refresh(Runnable whenNone) {
        boolean choose = first.get() == null;
        listing.submitIfIdle(BackgroundTask.of(() -> RunChoices.read(workspace, choose))
                .onSuccess(found -> merge(found, whenNone))
                .onFailure(e -> LOG.debug("Cannot list the runs, which the page of runs tells", e)));
    }

    private void merge(RunChoices found, Runnable whenNone) {
        if (!found.runs().equals(runs)) {
            RunChoice a = first.get();
            RunChoice b = second.get();
            runs.setAll(found.runs());
            first.set(found.runs().contains(a) ? a : null);
            second.set(found.runs().contains(b) ? b : null);
        }
        if (first.get() == null) {
            first.set(found.first());
        }
        if (first.get() == null && found.runs().isEmpty()) {
            whenNone.run();
        }
    }

    /** Exchanges the two. */
    void swap() {
        RunChoice before = first.get();
        if (second.get() != null) {
            first.set(second.get());
            second.set(before);
        }
    }

    /** Newest first. */
    ObservableList<RunChoice> list() {
        return runs;
    }

    /** Run A. */
    ObjectProperty<RunChoice> firstProperty() {
        return first;
    }

    /** Run B, null if none was chosen. */
    ObjectProperty<RunChoice> secondProperty() {
        return second;
    }
}

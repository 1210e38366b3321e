package dev.fathom.ui.runs;

import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The workspace's runs, newest first, and which one is chosen. View model: no nodes. */
public final class RunList {
    private final RunScanner scanner;
    private final LatestTask scans;
    private final Notices notices;
    private final ObservableList<RunItem> items = FXCollections.observableArrayList();
    private final ObservableList<RunItem> unmodifiable = FXCollections.unmodifiableObservableList(items);
    private final ObjectProperty<RunItem> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private String lastProblem;

    public RunList(Workspace workspace, TaskExecutor executor, Notices notices) {
        this.scanner = new RunScanner(workspace);
        this.scans = new LatestTask(executor);
        this.notices = notices;
    }

    public ObservableList<RunItem> items() {
        return unmodifiable;
    }

    /** The chosen run, or null. */
    public ObjectProperty<RunItem> selectedProperty() {
        return selected;
    }

    public RunItem selected() {
        return selected.get();
    }

    /** True once the workspace was read. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Reads the workspace again, in the background. */
    public void refresh() {
        scans.submitIfIdle(
                BackgroundTask.of(scanner::scan).onSuccess(this::merge).onFailure(this::tellOnce));
    }

    private void tellOnce(Exception e) {
        if (!String.valueOf(e.getMessage()).equals(lastProblem)) {
            lastProblem = String.valueOf(e.getMessage());
            notices.error("The runs cannot be listed: " + e.getMessage(), "Check that the workspace can be read");
        }
    }

    private void merge(List<RunSummary> summaries) {
        lastProblem = null;
        Set<String> ids = summaries.stream().map(RunSummary::id).collect(Collectors.toSet());
        if (selected() != null && !ids.contains(selected().id())) {
            selected.set(null);
        }
        items.removeIf(item -> !ids.contains(item.id()));
        for (int i = 0; i < summaries.size(); i++) {
            RunSummary summary = summaries.get(i);
            if (i < items.size() && items.get(i).id().equals(summary.id())) {
                items.get(i).update(summary);
            } else {
                items.add(i, new RunItem(summary));
            }
        }
        loaded.set(true);
        if (selected() == null && !items.isEmpty()) {
            selected.set(items.get(0));
        }
    }
}

package dev.fathom.ui.runs;

import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The workspace's runs, newest first; which of them are shown in which order; which one is chosen. No nodes. */
public final class RunList {
    private final RunScanner scanner;
    private final LatestTask scans;
    private final Notices notices;
    private final ObservableList<RunItem> items = FXCollections.observableArrayList();
    private final ObservableList<RunItem> unmodifiable = FXCollections.unmodifiableObservableList(items);
    private final ObservableList<RunItem> shown = FXCollections.observableArrayList();
    private final ObservableList<RunItem> unmodifiableShown = FXCollections.unmodifiableObservableList(shown);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<RunOrder> order = new SimpleObjectProperty<>(RunOrder.NEWEST);
    private final ReadOnlyObjectWrapper<RunItem> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private Consumer<List<RunSummary>> onResumeAll = runs -> {};
    private boolean following = true;
    private String lastProblem;

    public RunList(Workspace workspace, TaskExecutor executor, Notices notices) {
        this.scanner = new RunScanner(workspace);
        this.scans = new LatestTask(executor);
        this.notices = notices;
        filter.addListener(change -> arrange());
        order.addListener(change -> arrange());
    }

    /** All runs, newest first. */
    public ObservableList<RunItem> items() {
        return unmodifiable;
    }

    /** The runs that pass the filter, in the chosen order. It changes only when the list does. */
    public ObservableList<RunItem> shown() {
        return unmodifiableShown;
    }

    /** What {@link RunFilter} reads. */
    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<RunOrder> orderProperty() {
        return order;
    }

    private void arrange() {
        RunFilter wanted = RunFilter.of(filter.get());
        List<RunItem> now = items.stream()
                .filter(item -> wanted.accepts(item.summary()))
                .sorted(Comparator.comparing(RunItem::summary, order.get().comparator()))
                .toList();
        if (!now.equals(shown)) {
            shown.setAll(now);
        }
    }

    /** The chosen run, or null. */
    public ReadOnlyObjectProperty<RunItem> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Chooses a run; from now on the choice is the user's. */
    public void choose(RunItem item) {
        following = false;
        selected.set(item);
    }

    /** Chooses a run by its folder, if it is listed. */
    public void choose(RunFolder folder) {
        items.stream().filter(item -> item.id().equals(folder.id())).findFirst().ifPresent(this::choose);
    }

    /** From now on the run that is being trained is chosen, until the user chooses another. */
    public void followNewest() {
        following = true;
        chooseAnew();
    }

    private void chooseAnew() {
        boolean stays = selected() != null && (!following || isIn(selected(), RunState.RUNNING));
        if (stays || items.isEmpty()) {
            return;
        }
        RunItem otherwise = selected() == null ? firstToOffer() : selected();
        selected.set(newest(RunState.RUNNING).orElse(otherwise));
    }

    private RunItem firstToOffer() {
        return newest(RunState.INTERRUPTED).orElse(items.get(0));
    }

    private Optional<RunItem> newest(RunState state) {
        return items.stream().filter(item -> isIn(item, state)).findFirst();
    }

    private static boolean isIn(RunItem item, RunState state) {
        return item.summary().state() == state;
    }

    public RunItem selected() {
        return selected.get();
    }

    /** What continues the runs that were found interrupted. */
    void setOnResumeAll(Consumer<List<RunSummary>> consumer) {
        onResumeAll = consumer;
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
            selected.set(following ? null : neighbour(ids));
        }
        items.removeIf(item -> !ids.contains(item.id()));
        addAndUpdate(summaries);
        arrange();
        chooseAnew();
        if (!loaded.get()) {
            loaded.set(true);
            tellInterrupted();
        }
    }

    /** The run beside the chosen one that is still there: the one below, else the one above; null for none. */
    private RunItem neighbour(Set<String> ids) {
        int place = shown.indexOf(selected());
        List<RunItem> candidates = new ArrayList<>(shown.subList(0, Math.max(0, place)));
        Collections.reverse(candidates);
        candidates.addAll(0, shown.subList(place + 1, shown.size()));
        return candidates.stream()
                .filter(item -> ids.contains(item.id()))
                .findFirst()
                .orElse(null);
    }

    private void addAndUpdate(List<RunSummary> summaries) {
        if (items.isEmpty()) {
            items.setAll(summaries.stream().map(RunItem::new).toList());
            return;
        }
        for (int i = 0; i < summaries.size(); i++) {
            RunSummary summary = summaries.get(i);
            if (i < items.size() && items.get(i).id().equals(summary.id())) {
                items.get(i).update(summary);
            } else {
                items.add(i, new RunItem(summary));
            }
        }
    }

    /** A single one is chosen and says it itself. */
    private void tellInterrupted() {
        List<RunSummary> interrupted = items.stream()
                .filter(item -> isIn(item, RunState.INTERRUPTED))
                .map(RunItem::summary)
                .toList();
        if (interrupted.size() > 1) {
            notices.offer(
                    interrupted.size() + " runs were interrupted: "
                            + interrupted.stream().map(RunSummary::name).collect(Collectors.joining(", ")),
                    "Choose one and press Resume, or continue them one after another",
                    "Resume all",
                    () -> onResumeAll.accept(interrupted));
        }
    }
}

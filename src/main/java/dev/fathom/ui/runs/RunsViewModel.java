package dev.fathom.ui.runs;

import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.job.JobItem;
import dev.fathom.ui.job.JobList;
import dev.fathom.ui.job.RunQueue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The page of runs: what is chosen and laid over it, the quickstart. View model: no nodes. */
public final class RunsViewModel {
    /** More would be neither told apart nor fast. */
    private static final int MOST_OVERLAID = 6;

    private final Desk desk;
    private final RunList list;
    private final RunViewModel run;
    private final RunActions actions;
    private final RunEdits edits;
    private final RunDeletions deletions;
    private final StartViewModel start;
    private final ConfigTable configs;
    private final ObservableList<RunItem> others = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper quickstartRunning = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final QuickstartResult resultFile;
    private final LatestTask resultReads;

    public RunsViewModel(Desk desk) {
        this.desk = desk;
        list = new RunList(desk.workspace(), desk.executor(), desk.notices());
        run = new RunViewModel(desk.executor());
        actions = new RunActions(desk);
        edits = new RunEdits(desk, this::refresh);
        deletions = new RunDeletions(desk, this::refresh);
        start = new StartViewModel(desk);
        configs = new ConfigTable(desk.executor());
        resultFile = new QuickstartResult(desk.workspace());
        resultReads = new LatestTask(desk.executor());
        list.setOnResumeAll(actions::resumeAll);
        list.selectedProperty().addListener((property, before, now) -> show(now));
        jobs().jobs().addListener((ListChangeListener<JobItem>) change -> updateActions());
        queue().waiting().addListener((ListChangeListener<RunQueue.Waiting>) change -> updateActions());
    }

    private void show(RunItem item) {
        run.show(item == null ? null : item.summary());
        others.remove(item);
        showSelection();
        updateActions();
    }

    /** Lays these runs over the chosen one, and their configurations beside its own. */
    public void layOver(List<RunItem> items) {
        List<RunItem> now =
                items.stream().filter(item -> item != list.selected()).toList();
        if (!now.equals(others)) {
            others.setAll(now);
            showSelection();
        }
    }

    private void showSelection() {
        run.overlay(others.stream().limit(MOST_OVERLAID).map(RunItem::summary).toList());
        configs.show(selection().stream().limit(1 + MOST_OVERLAID).toList());
    }

    /** The chosen run first, then those that are laid over it. */
    public List<RunSummary> selection() {
        List<RunSummary> all = new ArrayList<>();
        if (list.selected() != null) {
            all.add(list.selected().summary());
        }
        others.forEach(item -> all.add(item.summary()));
        return all;
    }

    /** The runs that are laid over the chosen one. */
    public ObservableList<RunItem> others() {
        return others;
    }

    /** Reads the list of runs again; the chosen run follows. */
    public void refresh() {
        list.refresh();
        resultReads.submitIfIdle(BackgroundTask.of(resultFile::poll)
                .onSuccess(text -> text.ifPresent(result::set))
                .onFailure(desk.notices()::error));
        others.removeIf(item -> !list.items().contains(item));
        if (list.selected() != null) {
            run.show(list.selected().summary());
        }
        updateActions();
    }

    /** What a run of the list is doing. */
    Standing standing(RunItem item) {
        return Standing.of(item.summary(), isOrdered(item.summary()), place(item));
    }

    /** Whether a worker was started that will train it, after it has last ended. */
    private boolean isOrdered(RunSummary run) {
        if (run.state() == null || run.state() == RunState.RUNNING) {
            return false;
        }
        Instant ended = run.info().ended();
        return jobs().jobs().stream()
                .filter(job -> job.arguments().equals(RunQueue.resumption(run.folder())))
                .anyMatch(job -> ended == null || job.started().isAfter(ended));
    }

    private void updateActions() {
        run.stand(list.selected() == null ? Standing.NONE : standing(list.selected()));
        quickstartRunning.set(
                jobs().jobs().stream().anyMatch(job -> job.arguments().get(0).equals("quickstart")));
        actions.update(list.selected() == null ? null : list.selected().summary());
    }

    /** Starts the quickstart, or continues one that was stopped. */
    public void startQuickstart() {
        if (!quickstartRunning.get()) {
            list.followNewest();
            start.recipeProperty().set(Recipe.QUICKSTART);
            start.start();
        }
    }

    /** Opens the chosen run on the page of comparisons. */
    public void compare() {
        if (actions.canCompareProperty().get()) {
            desk.navigation()
                    .go(new Destination.ComparedRun(list.selected().summary().folder()));
        }
    }

    /** Opens the chosen run on the page of exports. */
    public void export() {
        if (actions.canCompareProperty().get()) {
            desk.navigation()
                    .go(new Destination.ExportedRun(list.selected().summary().folder()));
        }
    }

    /** Shows the chosen run's folder. */
    public void openFolder() {
        if (list.selected() != null) {
            desk.openFolder().accept(list.selected().summary().folder().path());
        }
    }

    /** Shows the table of the last quickstart. */
    public void showResult() {
        if (!result.get().isEmpty()) {
            desk.dialogs().text("Quickstart result", result.get());
        }
    }

    /** The table of the last quickstart, empty if none has ended here. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Where a run stands in the queue, or which run it waits for: "place 2 of 3 in the queue"; empty if it does not wait. */
    public String place(RunItem item) {
        List<String> ids = queue().waiting().stream().map(w -> w.folder().id()).toList();
        int place = ids.indexOf(item.id());
        String reason = queue().reasons().getOrDefault(item.id(), "");
        if (place >= 0 && !reason.isEmpty()) {
            return reason;
        }
        return place < 0 ? "" : "place " + (place + 1) + " of " + ids.size() + " in the queue";
    }

    public Workspace workspace() {
        return desk.workspace();
    }

    public RunList list() {
        return list;
    }

    /** The chosen run in full. */
    public RunViewModel run() {
        return run;
    }

    /** Starting and stopping. */
    public RunActions actions() {
        return actions;
    }

    /** Names, tags, copies, trash. */
    public RunEdits edits() {
        return edits;
    }

    public RunDeletions deletions() {
        return deletions;
    }

    /** The first step in an empty workspace. */
    public StartViewModel start() {
        return start;
    }

    /** The selected runs' configurations. */
    public ConfigTable configs() {
        return configs;
    }

    public JobList jobs() {
        return desk.jobs();
    }

    public RunQueue queue() {
        return desk.queue();
    }

    Desk desk() {
        return desk;
    }

    /** True while a quickstart that this window started is alive. */
    public ReadOnlyBooleanProperty quickstartRunningProperty() {
        return quickstartRunning.getReadOnlyProperty();
    }
}

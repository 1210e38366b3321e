package dev.fathom.ui.runs;

import dev.fathom.run.RunFolder;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.job.JobItem;
import dev.fathom.ui.job.JobList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;

/** The page of runs: what is chosen, what can be done with it. View model: no nodes. */
public final class RunsViewModel {
    private final Workspace workspace;
    private final TaskExecutor executor;
    private final Notices notices;
    private final JobList jobs;
    private final RunList list;
    private final RunViewModel run;
    private final ReadOnlyBooleanWrapper quickstartRunning = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canCompare = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper result = new ReadOnlyStringWrapper("");
    private final QuickstartResult resultFile;
    private final LatestTask resultReads;
    private Consumer<RunFolder> onCompare = folder -> {};
    private Consumer<String> onShowResult = text -> {};

    public RunsViewModel(Workspace workspace, JobList jobs, TaskExecutor executor, Notices notices) {
        this.workspace = workspace;
        this.executor = executor;
        this.notices = notices;
        this.jobs = jobs;
        this.list = new RunList(workspace, executor, notices);
        this.run = new RunViewModel(executor);
        this.resultFile = new QuickstartResult(workspace);
        this.resultReads = new LatestTask(executor);
        list.selectedProperty().addListener((property, before, now) -> show(now));
        jobs.jobs().addListener((ListChangeListener<JobItem>) change -> updateActions());
    }

    private void show(RunItem item) {
        run.show(item == null ? null : item.summary());
        updateActions();
    }

    /** Reads the list of runs again; the chosen run follows. */
    public void refresh() {
        list.refresh();
        resultReads.submitIfIdle(BackgroundTask.of(resultFile::poll)
                .onSuccess(text -> text.ifPresent(result::set))
                .onFailure(notices::error));
        if (list.selected() != null) {
            run.show(list.selected().summary());
        }
        updateActions();
    }

    private void updateActions() {
        RunSummary summary = list.selected() == null ? null : list.selected().summary();
        RunState state = summary == null ? null : summary.state();
        quickstartRunning.set(jobs.isRunning(quickstartArguments()));
        canStop.set(state == RunState.RUNNING);
        canResume.set(state != null && state.isResumable() && !jobs.isRunning(resumeArguments(summary.folder())));
        canCompare.set(state != null);
    }

    private List<String> quickstartArguments() {
        return List.of("quickstart", "--out", workspace.root().toString());
    }

    private static List<String> resumeArguments(RunFolder folder) {
        return List.of("resume", folder.path().toString());
    }

    /** Starts the quickstart, or continues one that was stopped. */
    public void startQuickstart() {
        if (!quickstartRunning.get()) {
            list.followNewest();
            jobs.start("Quickstart", quickstartArguments());
        }
    }

    /** Asks the chosen run to save and stop, whoever trains it. */
    public void stop() {
        if (canStop.get()) {
            RunSummary summary = list.selected().summary();
            BackgroundTask.run(() -> summary.folder().requestStop())
                    .onSuccess(done -> notices.inform(
                            summary.name() + " stops after its current step", "You can resume it at any time"))
                    .onFailure(notices::error)
                    .executeWith(executor);
        }
    }

    /** Continues the chosen run from its last checkpoint. */
    public void resume() {
        if (canResume.get()) {
            RunSummary summary = list.selected().summary();
            jobs.start("Resuming " + summary.name(), resumeArguments(summary.folder()));
        }
    }

    /** Opens the chosen run on the page of comparisons. */
    public void compare() {
        if (canCompare.get()) {
            onCompare.accept(list.selected().summary().folder());
        }
    }

    /** Shows the table of the last quickstart. */
    public void showResult() {
        if (!result.get().isEmpty()) {
            onShowResult.accept(result.get());
        }
    }

    /** The table of the last quickstart, empty if none has ended here. */
    public ReadOnlyStringProperty resultProperty() {
        return result.getReadOnlyProperty();
    }

    public void setOnShowResult(Consumer<String> consumer) {
        onShowResult = consumer;
    }

    public void setOnCompare(Consumer<RunFolder> consumer) {
        onCompare = consumer;
    }

    public Workspace workspace() {
        return workspace;
    }

    public RunList list() {
        return list;
    }

    /** The chosen run in full. */
    public RunViewModel run() {
        return run;
    }

    public JobList jobs() {
        return jobs;
    }

    /** True while a quickstart that this window started is alive. */
    public ReadOnlyBooleanProperty quickstartRunningProperty() {
        return quickstartRunning.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canStopProperty() {
        return canStop.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canResumeProperty() {
        return canResume.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canCompareProperty() {
        return canCompare.getReadOnlyProperty();
    }
}

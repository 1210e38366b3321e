package dev.fathom.ui.runs;

import dev.fathom.core.UserException;
import dev.fathom.run.Event;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notice;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.plot.Curves;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/** The chosen run, followed while it grows: metrics, curves, progress, log, and what went wrong. View model: no nodes. */
public final class RunViewModel {
    private final LatestTask polls;
    private final RunMetrics metrics = new RunMetrics();
    private final Curves curves = new Curves();
    private final RunCurves runCurves = new RunCurves(curves);
    private final Overlay overlay;
    private final ReadOnlyObjectWrapper<RunSummary> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper progressText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.NONE);
    private final ReadOnlyBooleanWrapper trains = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper timeText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper log = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Notice> trouble = new ReadOnlyObjectWrapper<>();
    private RunFollower follower;
    private Position position = Position.START;

    RunViewModel(TaskExecutor executor) {
        polls = new LatestTask(executor);
        overlay = new Overlay(curves, executor);
        curves.groupProperty().set(CurveGroup.LOSS.name());
    }

    /** Shows this run from now on; null for none. A newer summary of the same run goes on where it was. */
    void show(RunSummary summary) {
        boolean same = run.get() != null && summary != null && run.get().id().equals(summary.id());
        run.set(summary);
        if (same && (follower != null) == summary.isReadable()) {
            return;
        }
        reset();
        follower = summary != null && summary.isReadable() ? new RunFollower(summary.folder()) : null;
        log.set("");
        trouble.set(summary == null || summary.isReadable() ? null : unreadable(summary));
        pollShown();
    }

    private static Notice unreadable(RunSummary summary) {
        return new Notice(Notice.Kind.ERROR, "This run cannot be read", summary.problem());
    }

    private void reset() {
        position = Position.START;
        metrics.clear();
        runCurves.clear();
        progress.set(0);
        progressText.set("");
        timeText.set("");
        trains.set(false);
    }

    /** What the list knows of the shown run's standing. */
    void stand(Standing now) {
        standing.set(now);
    }

    /** Lays the curves of these runs over those of the shown one. */
    void overlay(List<RunSummary> others) {
        overlay.show(others);
    }

    /** Index into the palette of a run that lies over the shown one. */
    int overlayColour(RunItem item) {
        return overlay.colour(item.id());
    }

    /** Reads what has come since the last call, in the background. */
    public void poll() {
        curves.settle();
        overlay.poll();
        pollShown();
    }

    private void pollShown() {
        RunFollower followed = follower;
        if (followed == null) {
            return;
        }
        polls.submit(BackgroundTask.of(followed::poll)
                .onSuccess(update -> {
                    if (followed == follower) {
                        take(update);
                    }
                })
                .onFailure(e -> {
                    if (followed == follower) {
                        trouble.set(noticeOf(e));
                    }
                }));
    }

    private static Notice noticeOf(Exception e) {
        return e instanceof UserException user
                ? new Notice(Notice.Kind.ERROR, user.what(), user.remedy())
                : new Notice(Notice.Kind.ERROR, "The run cannot be read: " + e.getMessage(), "Check its folder");
    }

    private void take(RunFollower.Update update) {
        if (update.fromStart()) {
            reset();
        }
        for (Event event : update.events()) {
            position = position.after(event);
            runCurves.add(event);
        }
        metrics.add(update.events());
        if (update.events().isEmpty()) {
            curves.settle();
        } else {
            curves.grow();
            pollShown();
        }
        update.log().ifPresent(log::set);
        showProgress(update.state());
        Notice now = isStarting() ? null : troubleOf(update.info(), update.state());
        if (!Objects.equals(now, trouble.get())) {
            trouble.set(now);
        }
    }

    private void showProgress(RunState state) {
        progress.set(state == RunState.FINISHED ? 1 : position.share());
        String steps = position.steps() > 0
                ? ", step " + Numbers.count(position.step()) + " of " + Numbers.count(position.steps())
                : "";
        progressText.set(position.epoch() == 0 ? "" : capital(position.text()) + steps);
        trains.set(state == RunState.RUNNING && position.epoch() > 0);
        boolean running = state == RunState.RUNNING && position.secondsLeft() >= 0;
        timeText.set(running ? Numbers.duration(position.secondsLeft()) + " left" : "");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private Notice troubleOf(RunInfo info, RunState state) {
        if (state == RunState.INTERRUPTED) {
            return new Notice(
                    Notice.Kind.INFORMATION,
                    "This run was interrupted at " + position.text() + ": its process is gone",
                    "Resume continues from its last checkpoint, with the same numbers as if it had not stopped");
        }
        boolean failed = state == RunState.FAILED || state == RunState.DIVERGED;
        return failed && info.failure() != null
                ? new Notice(
                        Notice.Kind.ERROR, info.failure().what(), info.failure().remedy())
                : null;
    }

    /** The run that is shown, or null. */
    public ReadOnlyObjectProperty<RunSummary> runProperty() {
        return run.getReadOnlyProperty();
    }

    public RunMetrics metrics() {
        return metrics;
    }

    public Curves curves() {
        return curves;
    }

    /** Share done, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What it is doing, in a word. */
    public ObservableValue<String> standingProperty() {
        // The run itself is read more often than the list.
        return Bindings.createStringBinding(
                () -> isStarting() || !trains.get() ? standing.get().word() : RunState.RUNNING.text(),
                standing,
                trains);
    }

    private boolean isStarting() {
        return standing.get().isStarting() && !trains.get();
    }

    /** Share done; negative while nothing can be said because it is starting. */
    public ObservableValue<Number> barProperty() {
        return Bindings.createDoubleBinding(() -> isStarting() ? -1.0 : progress.get(), standing, trains, progress);
    }

    /** "Epoch 24 of 40, step 1,204 of 2,000"; before the first step what is done before it. */
    public ObservableValue<String> sentenceProperty() {
        return Bindings.createStringBinding(
                () -> progressText.get().isEmpty() ? sentence(standing.get()) : progressText.get(),
                progressText,
                standing);
    }

    /** Of a run that has steps nothing is said until they are read. */
    private String sentence(Standing now) {
        boolean fresh = run.get() != null && run.get().position().epoch() == 0;
        return !fresh || now.sentence().isEmpty() ? "" : capital(now.word() + ": " + now.sentence());
    }

    /** "Epoch 24 of 40, step 1,204 of 2,000"; empty before the first step. */
    public ReadOnlyStringProperty progressTextProperty() {
        return progressText.getReadOnlyProperty();
    }

    /** The time left of a running run; empty for any other. */
    public ReadOnlyStringProperty timeTextProperty() {
        return timeText.getReadOnlyProperty();
    }

    /** The end of the run's log. */
    public ReadOnlyStringProperty logProperty() {
        return log.getReadOnlyProperty();
    }

    /** Why the run failed, diverged, was interrupted or cannot be read, and what to do; null if all is well. */
    public ReadOnlyObjectProperty<Notice> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}

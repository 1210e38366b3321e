package dev.fathom.ui.runs;

import dev.fathom.run.RunState;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.job.JobItem;
import dev.fathom.ui.job.RunQueue;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Starting and stopping the chosen run, and what of it is possible now. View model: no nodes. */
public final class RunActions {
    private final Desk desk;
    private final ReadOnlyBooleanWrapper canStop = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canResume = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canQueue = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waits = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canCompare = new ReadOnlyBooleanWrapper();
    private RunSummary chosen;

    RunActions(Desk desk) {
        this.desk = desk;
    }

    /** From now on the actions are about this run; null for none. */
    void update(RunSummary run) {
        chosen = run;
        RunState state = run == null ? null : run.state();
        boolean worked = state != null && desk.jobs().isRunning(RunQueue.resumption(run.folder()));
        boolean waiting = state != null && desk.queue().contains(run.folder());
        canStop.set(state == RunState.RUNNING || worked && (state == RunState.QUEUED || state == RunState.INTERRUPTED));
        canResume.set(state != null && state.isResumable() && !worked && !waiting);
        canQueue.set(state == RunState.QUEUED && !worked && !waiting);
        waits.set(waiting);
        canCompare.set(state != null);
    }

    /** Asks the run to save and stop, whoever trains it. */
    void stop() {
        if (canStop.get() && chosen.state() != RunState.RUNNING) {
            // Its worker has not come to look into the folder.
            List<String> arguments = RunQueue.resumption(chosen.folder());
            desk.jobs().jobs().stream()
                    .filter(job -> job.arguments().equals(arguments))
                    .forEach(JobItem::stop);
        } else if (canStop.get()) {
            RunSummary run = chosen;
            BackgroundTask.run(() -> run.folder().requestStop())
                    .onSuccess(done -> desk.notices()
                            .inform(run.name() + " stops after its current step", "You can resume it at any time"))
                    .onFailure(desk.notices()::error)
                    .executeWith(desk.executor());
        }
    }

    /** Continues the run from its last checkpoint, at once or after the run that it builds on. */
    void resume() {
        if (canResume.get()) {
            desk.queue().resume(chosen.folder(), chosen.name());
        }
    }

    /** Puts a run that was never started into the queue. */
    void queue() {
        if (canQueue.get()) {
            desk.queue().add(chosen.folder(), chosen.name());
        }
    }

    /** Continues runs one after another. */
    void resumeAll(List<RunSummary> runs) {
        runs.forEach(run -> desk.queue().add(run.folder(), run.name()));
    }

    /** Moves the run in the queue, negative to the front. */
    void move(int by) {
        if (waits.get()) {
            desk.queue().move(chosen.folder(), by);
        }
    }

    /** Takes the run out of the queue. */
    void leaveQueue() {
        if (waits.get()) {
            desk.queue().remove(chosen.folder());
        }
    }

    public ReadOnlyBooleanProperty canStopProperty() {
        return canStop.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canResumeProperty() {
        return canResume.getReadOnlyProperty();
    }

    /** True for a run that was never started and does not wait. */
    public ReadOnlyBooleanProperty canQueueProperty() {
        return canQueue.getReadOnlyProperty();
    }

    /** True while the run is in the queue. */
    public ReadOnlyBooleanProperty waitsProperty() {
        return waits.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canCompareProperty() {
        return canCompare.getReadOnlyProperty();
    }
}

package dev.fathom.ui.job;

import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerListener;
import dev.fathom.jobs.WorkerMessage.Progress;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.Event;
import dev.fathom.run.LastEvents;
import dev.fathom.run.OwnerProcess;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A worker that this window has not started: it has outlived an earlier window, or works for a terminal. It is followed
 * and stopped through its run folder; one without a run is asked to end as the system asks a process to.
 */
final class DetachedWorker implements Workers.Handle {
    private static final int TAIL_BYTES = 16 * 1024;

    private final ProcessHandle process;
    private final List<String> arguments;
    private final Instant started;
    private final RunFolder run;
    private final Workspace workspace;
    private final WorkerListener listener;
    private final CompletableFuture<WorkerResult> result = new CompletableFuture<>();

    /**
     * @param arguments its command line after {@code --worker}
     * @param workspace where it works
     */
    DetachedWorker(ProcessHandle process, List<String> arguments, Workspace workspace, WorkerListener listener) {
        this.workspace = workspace;
        this.process = process;
        this.arguments = arguments;
        this.started = process.info().startInstant().orElse(Instant.now());
        this.run = arguments.get(0).equals("resume") ? RunFolder.open(Path.of(arguments.get(1))) : null;
        this.listener = listener;
        process.onExit().thenRun(() -> result.complete(ending()));
    }

    /** A quickstart that has come to its end has written its table; other work says nothing and counts as stopped. */
    private WorkerResult ending() {
        if (run == null) {
            boolean done = arguments.size() > 2 && isNewer(Path.of(arguments.get(2), "quickstart-result.txt"));
            return done ? new WorkerResult.Success(null) : new WorkerResult.Cancelled();
        }
        try {
            RunInfo info = run.info();
            RunState state = RunFolder.state(info);
            if (state == RunState.STOPPED) {
                return new WorkerResult.Cancelled();
            }
            boolean failed = state == RunState.FAILED || state == RunState.DIVERGED;
            return failed && info.failure() != null
                    ? new WorkerResult.Failed(
                            info.failure().what(), info.failure().remedy())
                    : new WorkerResult.Success(null);
        } catch (UserException e) {
            return new WorkerResult.Failed(e.what(), e.remedy());
        }
    }

    private boolean isNewer(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(started);
        } catch (IOException e) {
            // It was never written.
            return false;
        }
    }

    /** Reports how far the run is, or the run that it has trained at present; not for the window's thread. */
    void look() throws IOException {
        Optional<RunFolder> trained = run == null ? child() : Optional.of(run);
        if (trained.isEmpty()) {
            listener.progress(new Progress("Between two trainings", 0, 0, "evaluating, exporting or measuring", -1));
            return;
        }
        Event.Step last = null;
        for (Event event : LastEvents.of(trained.get().events(), TAIL_BYTES)) {
            last = event instanceof Event.Step step ? step : last;
        }
        String stage = "Training " + trained.get().info().name();
        if (last == null) {
            listener.progress(new Progress(stage, 0, 0, "starting", -1));
            return;
        }
        String message = String.format(
                Locale.ROOT, "epoch %d, loss %.4f, %.1f images/s", last.epoch(), last.loss(), last.imagesPerSecond());
        listener.progress(new Progress(stage, last.step(), last.steps(), message, last.secondsLeft()));
    }

    /** The run that a process trains which this worker has started. */
    private Optional<RunFolder> child() throws IOException {
        return workspace.list().stream()
                .filter(entry ->
                        entry.state() == RunState.RUNNING && isMine(entry.info().process()))
                .map(Workspace.Entry::folder)
                .findFirst();
    }

    private boolean isMine(OwnerProcess owner) {
        Optional<ProcessHandle> parent = ProcessHandle.of(owner.pid()).flatMap(ProcessHandle::parent);
        while (parent.isPresent()) {
            if (parent.get().pid() == process.pid()) {
                return true;
            }
            parent = parent.get().parent();
        }
        return false;
    }

    @Override
    public CompletableFuture<Void> cancel() {
        return CompletableFuture.runAsync(this::askToStop);
    }

    private void askToStop() {
        if (run == null) {
            process.destroy();
            return;
        }
        try {
            run.requestStop();
        } catch (IOException e) {
            throw new UserException(
                    run.id() + " cannot be asked to stop: " + e.getMessage(),
                    "Make sure that its folder can be written in, then stop it again",
                    e);
        }
    }

    /** It needs nobody. */
    @Override
    public void detach() {}

    @Override
    public CompletableFuture<WorkerResult> result() {
        return result;
    }
}

package dev.fathom.training;

import ai.djl.engine.EngineException;
import dev.fathom.core.UserException;
import dev.fathom.run.Checkpoint;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.FileLock;
import dev.fathom.run.OwnerProcess;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains the network of a run folder, from the beginning or from its last checkpoint, and leaves the folder in the state
 * that says how it ended. One training at a time per process.
 */
public final class Training {
    private static final Logger LOG = LoggerFactory.getLogger(Training.class);

    private final RunFolder run;
    private final Clock clock;

    private Training(RunFolder run, Clock clock) {
        this.run = run;
        this.clock = clock;
    }

    /**
     * Trains until the last epoch, or until {@code cancel} or a stop request in the run folder says so; both are asked
     * once a step. A stopped, failed or interrupted run goes on from its last checkpoint and computes the same bits as
     * if it had never been stopped.
     *
     * @return {@code FINISHED}, {@code STOPPED} or {@code DIVERGED}
     * @throws UserException if the run has ended for good or is trained by another process; or if its configuration,
     *     data, disk or memory does not allow it, then the state is {@code FAILED} and it can be resumed
     */
    public static RunState run(RunFolder run, BooleanSupplier cancel, TrainingProgress progress) throws IOException {
        try (FileLock lock = FileLock.acquire(run)) {
            requireOpen(run);
            run.clearStopRequest();
            return new Training(run, Clock.systemUTC())
                    .start(() -> cancel.getAsBoolean() || run.stopRequested(), progress);
        }
    }

    private static void requireOpen(RunFolder run) {
        RunState state = run.info().state();
        if (state.isFinal()) {
            throw new UserException(
                    "The run " + run.id() + " is " + state.text(),
                    state == RunState.FINISHED
                            ? "Start a new run; its model.init_from can be this one"
                            : "Start a new run with a lower learning rate or a longer warm-up");
        }
    }

    private RunState start(BooleanSupplier cancel, TrainingProgress progress) throws IOException {
        run.update(info -> info.running(OwnerProcess.current(), clock.instant()));
        try {
            RunState end = train(cancel, progress);
            end(end, null);
            run.clearStopRequest();
            return end;
        } catch (DivergedException e) {
            UserException told =
                    new UserException(e.failure().what(), e.failure().remedy(), e);
            endWith(RunState.DIVERGED, told);
            return RunState.DIVERGED;
        } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
            UserException told = explained(e);
            endWith(RunState.FAILED, told);
            throw told;
        }
    }

    /** @throws UserException the given one, if the end cannot be recorded: what broke off comes before what followed */
    private void endWith(RunState state, UserException told) {
        try {
            end(state, new RunInfo.Failure(told.what(), told.remedy()));
        } catch (IOException | RuntimeException e) {
            LOG.error("That {} is {} cannot be recorded: {}", run.id(), state.text(), e.toString());
            told.addSuppressed(e);
            throw told;
        }
    }

    private RunState train(BooleanSupplier cancel, TrainingProgress progress) throws IOException {
        Checkpoints checkpoints = Checkpoints.of(run);
        Optional<Checkpoint> last = checkpoints.find(Checkpoints.LAST);
        Checkpoint.Position position = last.map(Checkpoint::position)
                .orElse(Checkpoint.Position.start(run.readConfig().seed()));
        // What was done after the checkpoint will be done again.
        EventLog.retain(run.events(), event -> EventsWriter.isBefore(event, position.step(), position.epoch()));
        run.update(info -> info.withBest(last.map(Checkpoint::best).orElse(null)));
        try (EventLog events = EventLog.append(run.events());
                TrainingSession session = new TrainingSession(run, run.readConfig(), events, clock)) {
            events.write(new Event.StateChanged(clock.instant(), RunState.RUNNING, ""));
            LOG.info("Training {} from step {}", run.id(), position.step());
            return session.train(last, cancel, progress);
        }
    }

    private void end(RunState state, RunInfo.Failure why) throws IOException {
        run.update(info -> info.ended(state, clock.instant(), why));
        LOG.info("{} is {}{}", run.id(), state.text(), why == null ? "" : ": " + why.what());
        try (EventLog events = EventLog.append(run.events())) {
            events.write(new Event.StateChanged(clock.instant(), state, why == null ? "" : why.what()));
        }
    }

    private UserException explained(Throwable e) {
        if (e instanceof UserException told) {
            return told;
        }
        boolean memory = e instanceof OutOfMemoryError
                || e instanceof EngineException
                        && String.valueOf(e.getMessage()).contains("memory");
        if (memory) {
            return new UserException(
                    "The training of " + run.id() + " ran out of memory",
                    "Set a smaller training.batch_size, or close other programs, and start it again",
                    e);
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return new UserException(
                    "The training of " + run.id() + " broke off, because a file cannot be read or written: "
                            + reason(e instanceof UncheckedIOException ? e.getCause() : e),
                    "Free space on the disk and check that the run folder can be written, then resume the run; nothing"
                            + " that was saved before is lost. " + run.log() + " tells more",
                    e);
        }
        return new UserException(
                "The training of " + run.id() + " broke off: " + e, "See " + run.log() + ", then resume the run", e);
    }

    /** These two say nothing but the file's name. */
    private static String reason(Throwable e) {
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + " is not there";
        }
        if (e instanceof AccessDeniedException) {
            return e.getMessage() + " is not permitted";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}

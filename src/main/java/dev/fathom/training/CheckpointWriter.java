package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/** Keeps {@code best} after each better validation, and {@code last} after each few epochs, at the end and at a stop. */
final class CheckpointWriter implements TrainingListener {
    private final RunFolder run;
    private final TrainingState state;
    private final int every;
    private final EventLog events;
    private final Clock clock;

    CheckpointWriter(RunFolder run, TrainingState state, int every, EventLog events, Clock clock) {
        this.run = run;
        this.state = state;
        this.every = every;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void onEpoch(EpochReport epoch) throws IOException {
        if (epoch.improved()) {
            write(Checkpoints.BEST, state.weightsOnly(), epoch.epoch());
            run.update(info -> info.withBest(state.best()));
        }
        if (epoch.isDue(every)) {
            write(Checkpoints.LAST, state.contents(), epoch.epoch());
        }
    }

    @Override
    public void onStop() throws IOException {
        write(Checkpoints.LAST, state.contents(), state.epoch());
    }

    private void write(String name, Map<String, Checkpoints.Content> contents, int epoch) {
        try {
            Checkpoints.of(run).write(name, contents, state.position(), state.best(), clock.instant());
        } catch (IOException e) {
            throw new UserException(
                    "The checkpoint \"" + name + "\" of " + run.id() + " cannot be saved: " + e.getMessage(),
                    "Free space on the disk and check that the run folder can be written, then resume; nothing that was"
                            + " saved before is lost",
                    e);
        }
        events.write(new Event.Checkpoint(clock.instant(), name, epoch, state.step()));
    }
}

package dev.fathom.ui.job;

import dev.fathom.core.UserException;
import dev.fathom.run.Needs;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/**
 * Whether a queued run may start, as far as the runs are concerned that it builds on: its teacher and the stage before.
 *
 * @param why it may not start now, one sentence without a full stop; empty if it may
 * @param remedy what to do about it if it never will; empty if it only waits
 */
record Turn(String why, String remedy) {
    static final Turn FREE = new Turn("", "");

    boolean isFree() {
        return why.isEmpty();
    }

    boolean isLost() {
        return !remedy.isEmpty();
    }

    /**
     * Looks at what the run builds on.
     *
     * @param runs folder of the run and its neighbours
     * @param coming runs that a worker is about to train, or that wait themselves, whatever they say yet
     */
    static Turn of(RunFolder run, String name, RunConfig config, Path runs, Set<Path> coming) throws IOException {
        Turn turn = FREE;
        for (Path needed : Needs.runs(config, runs)) {
            Turn one = after(run, name, needed, coming);
            if (one.isLost()) {
                return one;
            }
            turn = turn.isFree() ? one : turn;
        }
        return turn;
    }

    private static Turn after(RunFolder run, String name, Path needed, Set<Path> coming) throws IOException {
        if (!Files.exists(needed.resolve("run.json"))) {
            return new Turn(
                    name + " builds on the run " + needed.getFileName() + ", which is gone",
                    "Bring that run back and resume this one, or start a copy that builds on another");
        }
        RunFolder before = RunFolder.open(needed);
        RunInfo info;
        try {
            info = before.info();
        } catch (UserException e) {
            return new Turn(name + " builds on a run that cannot be read: " + e.what(), e.remedy());
        }
        RunState state = RunFolder.state(info);
        if (coming.contains(before.path())) {
            return new Turn("waits for " + info.name(), "");
        }
        if (state == RunState.FINISHED || wasChosenAsItIs(run, info)) {
            return FREE;
        }
        return switch (state) {
            case FAILED ->
                new Turn(
                        name + " builds on " + info.name() + ", which failed",
                        "Resume " + info.name() + ", and when it is finished, this run");
            case DIVERGED ->
                new Turn(
                        name + " builds on " + info.name() + ", which diverged",
                        "Train " + info.name() + " again with other settings, and a copy of this run with that");
            case STOPPED, INTERRUPTED -> new Turn("waits for " + info.name() + ", which is " + state.text(), "");
            default -> new Turn("waits for " + info.name(), "");
        };
    }

    /** One that had ended before this run was made is used as far as it came. */
    private static boolean wasChosenAsItIs(RunFolder run, RunInfo before) throws IOException {
        Instant made = Files.getLastModifiedTime(run.config()).toInstant();
        return before.ended() != null && before.ended().isBefore(made);
    }
}

package dev.fathom.run;

import java.time.Instant;
import java.util.List;

/**
 * The content of {@code run.json}.
 *
 * @param id name of the folder
 * @param name what the user calls the run
 * @param state as last written; {@link RunFolder#state()} also knows about processes that are gone
 * @param parent id of the run that this one was started from, or null
 * @param best best validation so far, or null
 * @param process the process that writes the run, or null while queued
 * @param failure what went wrong and what to do, or null
 */
public record RunInfo(
        String id,
        String name,
        List<String> tags,
        String notes,
        RunState state,
        Instant started,
        Instant ended,
        String parent,
        Best best,
        OwnerProcess process,
        Failure failure) {

    public RunInfo {
        tags = tags == null ? List.of() : List.copyOf(tags);
        notes = notes == null ? "" : notes;
    }

    /** Best validation: the epoch (from 1), the metric's name and its value. */
    public record Best(int epoch, String metric, double value) {}

    /** Why a run failed or diverged, in the words of a {@link dev.fathom.core.UserException}. */
    public record Failure(String what, String remedy) {}

    /** A run that waits to be started. */
    public static RunInfo queued(String id, String name, List<String> tags, String parent) {
        return new RunInfo(id, name, tags, "", RunState.QUEUED, null, null, parent, null, null, null);
    }

    /** The same run, being written by {@code owner} from {@code now} on. */
    public RunInfo running(OwnerProcess owner, Instant now) {
        Instant first = started == null ? now : started;
        return new RunInfo(id, name, tags, notes, RunState.RUNNING, first, null, parent, best, owner, null);
    }

    /** The same run, ended in {@code end}; {@code why} may be null. */
    public RunInfo ended(RunState end, Instant now, Failure why) {
        return new RunInfo(id, name, tags, notes, end, started, now, parent, best, process, why);
    }

    /** The same run with a better validation. */
    public RunInfo withBest(Best better) {
        return new RunInfo(id, name, tags, notes, state, started, ended, parent, better, process, failure);
    }

    /** The same run under another name; its folder stays. */
    public RunInfo named(String newName) {
        return new RunInfo(id, newName, tags, notes, state, started, ended, parent, best, process, failure);
    }

    /** The same run with these tags. */
    public RunInfo tagged(List<String> newTags) {
        return new RunInfo(id, name, newTags, notes, state, started, ended, parent, best, process, failure);
    }

    /** The same run with these notes. */
    public RunInfo noted(String newNotes) {
        return new RunInfo(id, name, tags, newNotes, state, started, ended, parent, best, process, failure);
    }
}

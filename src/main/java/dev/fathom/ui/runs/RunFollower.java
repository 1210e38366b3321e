package dev.fathom.ui.runs;

import dev.fathom.run.Event;
import dev.fathom.run.EventTail;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads what has come in one run since the last time. Used from one background thread at a time. */
final class RunFollower {
    /** So few that the window does not notice when they are drawn. */
    private static final int BYTES_A_TIME = 128 * 1024;

    private final RunFolder folder;
    private final EventTail events;
    private final LogTail log;

    /**
     * What has come.
     *
     * @param fromStart true if the events begin again, so that earlier ones must be forgotten
     * @param log the log's end, if it has changed
     */
    record Update(RunInfo info, RunState state, List<Event> events, boolean fromStart, Optional<String> log) {}

    RunFollower(RunFolder folder) {
        this.folder = folder;
        this.events = new EventTail(folder.events());
        this.log = new LogTail(folder.log());
    }

    RunFolder folder() {
        return folder;
    }

    /** What has come, of much only the first part: ask again until there are no events. */
    Update poll() throws IOException {
        RunInfo info = folder.info();
        List<Event> news = events.poll(BYTES_A_TIME);
        return new Update(info, RunFolder.state(info), news, events.restarted(), log.poll());
    }
}

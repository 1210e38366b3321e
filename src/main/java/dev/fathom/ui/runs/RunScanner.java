package dev.fathom.ui.runs;

import dev.fathom.run.Event;
import dev.fathom.run.EventTail;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.Numbers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the workspace's runs. Of each event stream only the end is read, and only when it has grown. */
final class RunScanner {
    private static final int TAIL_BYTES = 16 * 1024;

    private final Workspace workspace;
    private final Map<String, Known> known = new HashMap<>();

    private record Known(long bytes, Position position) {}

    RunScanner(Workspace workspace) {
        this.workspace = workspace;
    }

    /** All runs, newest first. */
    List<RunSummary> scan() throws IOException {
        return workspace.list().stream().map(this::summary).toList();
    }

    private RunSummary summary(Workspace.Entry entry) {
        if (entry.info() == null) {
            return new RunSummary(entry.folder(), entry.folder().id(), null, 0, "cannot be read", entry.problem());
        }
        Position position = position(entry.folder());
        RunState state = entry.state();
        double progress = state == RunState.FINISHED ? 1 : position.share();
        return new RunSummary(
                entry.folder(), entry.info().name(), state, progress, detail(entry.info(), state, position), null);
    }

    private Position position(RunFolder folder) {
        try {
            long bytes = Files.exists(folder.events()) ? Files.size(folder.events()) : 0;
            Known before = known.get(folder.id());
            if (before != null && before.bytes() == bytes) {
                return before.position();
            }
            Position position = Position.START;
            for (Event event : EventTail.nearEnd(folder.events(), TAIL_BYTES).poll()) {
                position = position.after(event);
            }
            known.put(folder.id(), new Known(bytes, position));
            return position;
        } catch (IOException e) {
            // The folder vanished between listing and reading; the next scan no longer lists it.
            return Position.START;
        }
    }

    private static String detail(RunInfo info, RunState state, Position position) {
        String best = info.best() == null
                ? ""
                : MetricNames.label(info.best().metric()) + " "
                        + Numbers.metric(info.best().value());
        return switch (state) {
            case QUEUED -> "waiting to start";
            case FINISHED -> best.isEmpty() ? "finished" : "best " + best;
            default ->
                position.epochs() == 0 ? "not yet a step" : position.text() + (best.isEmpty() ? "" : "  ·  " + best);
        };
    }
}

package dev.fathom.ui.runs;

import dev.fathom.run.Event;
import dev.fathom.run.LastEvents;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the workspace's runs. Only what has changed is read again, and of each event stream only the end, and that only
 * of runs that are under way: a finished run says all in its small files.
 */
final class RunScanner {
    private static final int TAIL_BYTES = 16 * 1024;

    private final Workspace workspace;
    private final BestMetrics bestMetrics = new BestMetrics();
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
        RunFolder folder = entry.folder();
        if (entry.info() == null) {
            return RunSummary.unreadable(folder, entry.problem());
        }
        RunState state = entry.state();
        boolean under = state != RunState.FINISHED && state != RunState.QUEUED;
        return new RunSummary(
                folder,
                entry.info(),
                state,
                under ? position(folder) : Position.START,
                metrics(folder, entry.info()),
                null);
    }

    private Map<String, Double> metrics(RunFolder folder, RunInfo info) {
        if (info.best() == null) {
            return Map.of();
        }
        Map<String, Double> best = Map.of(info.best().metric(), info.best().value());
        try {
            Map<String, Double> found =
                    bestMetrics.of(folder.metrics(), info.best().epoch());
            return found.isEmpty() ? best : found;
        } catch (IOException e) {
            // The folder vanished between listing and reading; the next scan no longer lists it.
            return best;
        }
    }

    private Position position(RunFolder folder) {
        try {
            long bytes = Files.exists(folder.events()) ? Files.size(folder.events()) : 0;
            Known before = known.get(folder.id());
            if (before != null && before.bytes() == bytes) {
                return before.position();
            }
            Position position = Position.START;
            for (Event event : LastEvents.of(folder.events(), TAIL_BYTES)) {
                position = position.after(event);
            }
            known.put(folder.id(), new Known(bytes, position));
            return position;
        } catch (IOException e) {
            // The folder vanished between listing and reading; the next scan no longer lists it.
            return Position.START;
        }
    }
}

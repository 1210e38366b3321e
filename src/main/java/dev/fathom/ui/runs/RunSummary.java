package dev.fathom.ui.runs;

import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.ui.base.MetricNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A run as the list shows it.
 *
 * @param info what {@code run.json} says, null if the folder cannot be read
 * @param state null if the folder cannot be read
 * @param position how far it is
 * @param metrics validation metrics of the best epoch, by their names in events; empty before the first validation
 * @param problem why the folder cannot be read and what to do, or null
 */
public record RunSummary(
        RunFolder folder,
        RunInfo info,
        RunState state,
        Position position,
        Map<String, Double> metrics,
        String problem) {

    static RunSummary unreadable(RunFolder folder, String problem) {
        return new RunSummary(folder, null, null, Position.START, Map.of(), problem);
    }

    public String id() {
        return folder.id();
    }

    /** What the user calls it. */
    public String name() {
        return info == null ? id() : info.name();
    }

    public List<String> tags() {
        return info == null ? List.of() : info.tags();
    }

    /** When it was first started, or null. */
    public Instant started() {
        return info == null ? null : info.started();
    }

    /** False for a folder that cannot be read. */
    public boolean isReadable() {
        return state != null;
    }

    /** The state as one word. */
    public String stateText() {
        return isReadable() ? state.text() : "unreadable";
    }

    /** Share done, 0 to 1. */
    public double progress() {
        return state == RunState.FINISHED ? 1 : position.share();
    }

    /** How far it is or how it ended. */
    public String detail() {
        if (!isReadable()) {
            return "cannot be read";
        }
        String best = info.best() == null
                ? ""
                : MetricNames.text(info.best().metric(), info.best().value());
        return switch (state) {
            case QUEUED -> "";
            case FINISHED -> best.isEmpty() ? "finished" : "best " + best;
            default ->
                position.epoch() == 0
                        ? "before its first step"
                        : position.text() + (best.isEmpty() ? "" : "  ·  " + best);
        };
    }
}

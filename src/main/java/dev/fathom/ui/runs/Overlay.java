package dev.fathom.ui.runs;

import dev.fathom.run.Event;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.plot.Curves;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs whose curves lie over those of the chosen run. A run keeps its colour as long as the window is open. */
final class Overlay {
    private static final Logger LOG = LoggerFactory.getLogger(Overlay.class);
    private static final int FIRST_COLOUR = 7;
    private static final int COLOURS = 7;

    private final Curves curves;
    private final TaskExecutor executor;
    private final Map<String, Integer> colours = new HashMap<>();
    private final Map<String, Follower> followers = new LinkedHashMap<>();

    Overlay(Curves curves, TaskExecutor executor) {
        this.curves = curves;
        this.executor = executor;
    }

    /** Shows these runs and no others. */
    void show(List<RunSummary> runs) {
        Set<String> wanted = runs.stream().map(RunSummary::id).collect(Collectors.toSet());
        followers.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().runCurves.clear();
            }
            return gone;
        });
        for (RunSummary run : runs) {
            if (run.isReadable() && !followers.containsKey(run.id())) {
                followers.put(run.id(), new Follower(run));
            }
        }
        poll();
    }

    /** The colour of a run, by its place among those that were ever laid over others. */
    int colour(String id) {
        return colours.computeIfAbsent(id, key -> FIRST_COLOUR + colours.size() % COLOURS);
    }

    void poll() {
        followers.values().forEach(Follower::poll);
    }

    /** Follows one run. */
    private final class Follower {
        private final RunFollower events;
        private final RunCurves runCurves;
        private final LatestTask polls = new LatestTask(executor);

        private Follower(RunSummary run) {
            events = new RunFollower(run.folder());
            runCurves = new RunCurves(curves, run.name() + "  ", colour(run.id()));
        }

        private void poll() {
            polls.submit(BackgroundTask.of(events::poll)
                    .onSuccess(this::take)
                    .onFailure(e -> LOG.debug(
                            "Cannot follow {}, which the list of runs tells",
                            events.folder().id(),
                            e)));
        }

        private void take(RunFollower.Update update) {
            if (!followers.containsValue(this)) {
                return;
            }
            if (update.fromStart()) {
                runCurves.clear();
            }
            for (Event event : update.events()) {
                runCurves.add(event);
            }
            if (update.events().isEmpty()) {
                curves.settle();
            } else {
                curves.grow();
                poll();
            }
        }
    }
}

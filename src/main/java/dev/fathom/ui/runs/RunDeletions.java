package dev.fathom.ui.runs;

import dev.fathom.core.UserException;
import dev.fathom.run.Trash;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.desk.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs go into the workspace's trash and come back. Folders are moved in the background. */
public final class RunDeletions {
    private final Desk desk;
    private final Runnable changed;
    private final Deque<Removal> deleted = new ArrayDeque<>();

    /**
     * What was deleted in one go.
     *
     * @param waited those of the runs that were in the queue
     */
    private record Removal(List<Trash.Deleted> gone, List<RunSummary> waited) {}

    /**
     * How a deletion went.
     *
     * @param kept those that could not be moved
     * @param obstacle why the first of these could not, null if there is none
     */
    private record Outcome(List<Trash.Deleted> gone, Set<RunSummary> kept, UserException obstacle) {}

    /** @param changed called after each change */
    RunDeletions(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    /** Moves runs into the trash; the notice and {@link #undo} bring them back. One that cannot be moved stays. */
    public void delete(List<RunSummary> runs) {
        List<RunSummary> waited =
                runs.stream().filter(run -> desk.queue().contains(run.folder())).toList();
        // So that the queue does not start meanwhile what is being moved away.
        waited.forEach(run -> desk.queue().remove(run.folder()));
        BackgroundTask.of(() -> toTrash(runs))
                .onSuccess(outcome -> tell(outcome, waited))
                .onFailure(desk.notices()::error)
                .onFinished(changed)
                .executeWith(desk.executor());
    }

    private Outcome toTrash(List<RunSummary> runs) {
        Trash trash = new Trash(desk.workspace());
        List<Trash.Deleted> gone = new ArrayList<>();
        Set<RunSummary> kept = new HashSet<>();
        UserException obstacle = null;
        for (RunSummary run : runs) {
            try {
                gone.add(delete(run, trash));
            } catch (UserException e) {
                kept.add(run);
                obstacle = obstacle == null ? e : obstacle;
            }
        }
        return new Outcome(gone, kept, obstacle);
    }

    private static Trash.Deleted delete(RunSummary run, Trash trash) {
        try {
            return trash.delete(run.folder());
        } catch (IOException e) {
            throw new UserException(
                    "The run " + run.id() + " cannot be moved into " + trash.folder() + ": " + e.getMessage(),
                    "Make sure that a folder of this name can be written in",
                    e);
        }
    }

    private void tell(Outcome outcome, List<RunSummary> waited) {
        if (!outcome.gone().isEmpty()) {
            List<RunSummary> left =
                    waited.stream().filter(run -> !outcome.kept().contains(run)).toList();
            offer(new Removal(outcome.gone(), left));
        }
        if (outcome.obstacle() != null) {
            waited.stream().filter(outcome.kept()::contains).forEach(this::queue);
            desk.notices().error(outcome.obstacle());
        }
    }

    private void queue(RunSummary run) {
        desk.queue().add(run.folder(), run.name());
    }

    private void offer(Removal removal) {
        deleted.push(removal);
        List<Trash.Deleted> gone = removal.gone();
        boolean one = gone.size() == 1;
        desk.notices()
                .offer(
                        one
                                ? gone.get(0).from().getFileName() + " is in the trash"
                                : gone.size() + " runs are in the trash",
                        (one ? "It stays in " : "They stay in ") + new Trash(desk.workspace()).folder()
                                + " until you remove " + (one ? "it" : "them") + " there",
                        "Undo",
                        () -> restore(removal));
    }

    /** Brings back what was deleted last. */
    public void undo() {
        if (!deleted.isEmpty()) {
            restore(deleted.peek());
        }
    }

    private void restore(Removal removal) {
        if (deleted.remove(removal)) {
            BackgroundTask.run(() -> bringBack(removal.gone()))
                    .onSuccess(done -> tellRestored(removal))
                    .onFailure(e -> keep(removal, e))
                    .onFinished(changed)
                    .executeWith(desk.executor());
        }
    }

    private void bringBack(List<Trash.Deleted> gone) throws IOException {
        Trash trash = new Trash(desk.workspace());
        for (Trash.Deleted one : gone) {
            trash.restore(one);
        }
    }

    private void tellRestored(Removal removal) {
        removal.waited().forEach(this::queue);
        int runs = removal.gone().size();
        desk.notices().inform(runs == 1 ? "The run is back" : runs + " runs are back", "");
    }

    /** What is still in the trash can be brought back once the obstacle is gone. */
    private void keep(Removal removal, Throwable obstacle) {
        List<Trash.Deleted> left =
                removal.gone().stream().filter(one -> Files.exists(one.now())).toList();
        deleted.push(new Removal(left, removal.waited()));
        desk.notices().error(obstacle);
    }
}

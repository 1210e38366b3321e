package dev.fathom.ui.job;

import dev.fathom.jobs.Jobs;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.TaskExecutor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds workers that train in this workspace without this window having started them, and lists them as jobs. The
 * system tells which processes there are; where it does not tell their command lines, none is found.
 */
public final class DetachedWorkers {
    private static final Logger LOG = LoggerFactory.getLogger(DetachedWorkers.class);

    private final Workspace workspace;
    private final JobList jobs;
    private final LatestTask searches;
    private final Map<Long, DetachedWorker> followed = new HashMap<>();

    /** A process and its command line after {@code --worker}. */
    private record Found(ProcessHandle process, List<String> arguments, String title) {}

    public DetachedWorkers(Workspace workspace, JobList jobs, TaskExecutor executor) {
        this.workspace = workspace;
        this.jobs = jobs;
        this.searches = new LatestTask(executor);
    }

    /** Looks for such workers and at how far they are, in the background. */
    public void update() {
        List<DetachedWorker> known = List.copyOf(followed.values());
        searches.submitIfIdle(BackgroundTask.of(() -> {
                    for (DetachedWorker worker : known) {
                        worker.look();
                    }
                    return search();
                })
                .onSuccess(this::take)
                .onFailure(e -> LOG.debug("Cannot look for workers", e)));
    }

    private void take(List<Found> found) {
        for (Found worker : found) {
            if (!followed.containsKey(worker.process().pid()) && !jobs.isRunning(worker.arguments())) {
                jobs.adopt(worker.title(), worker.arguments(), listener -> {
                    DetachedWorker handle =
                            new DetachedWorker(worker.process(), worker.arguments(), workspace, listener);
                    followed.put(worker.process().pid(), handle);
                    return handle;
                });
            }
        }
        List<Long> alive = found.stream().map(worker -> worker.process().pid()).toList();
        followed.keySet().retainAll(alive);
    }

    private List<Found> search() {
        return ProcessHandle.allProcesses()
                .map(this::worker)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Found> worker(ProcessHandle process) {
        List<String> arguments = workerArguments(process);
        if (arguments.isEmpty() || isNested(process)) {
            return Optional.empty();
        }
        return title(arguments).map(title -> new Found(process, arguments, title));
    }

    private static List<String> workerArguments(ProcessHandle process) {
        List<String> all = CommandWords.of(process);
        int flag = all.indexOf(Jobs.WORKER_FLAG);
        return flag < 0 ? List.of() : List.copyOf(all.subList(flag + 1, all.size()));
    }

    /** Children of this window are its own jobs; children of a worker are part of that worker's job. */
    private static boolean isNested(ProcessHandle process) {
        Optional<ProcessHandle> parent = process.parent();
        while (parent.isPresent()) {
            if (parent.get().pid() == ProcessHandle.current().pid()
                    || !workerArguments(parent.get()).isEmpty()) {
                return true;
            }
            parent = parent.get().parent();
        }
        return false;
    }

    /** What the job is called; empty if it works in another workspace. */
    private Optional<String> title(List<String> arguments) {
        Path root = workspace.root().toAbsolutePath().normalize();
        Optional<Path> inside = arguments.stream()
                .skip(1)
                .filter(word -> word.startsWith("/"))
                .map(Path::of)
                .filter(path -> path.startsWith(root))
                .findFirst();
        return switch (arguments.get(0)) {
            case "resume" ->
                inside.filter(path -> Files.exists(path.resolve("run.json")))
                        .map(path -> "Training " + RunFolder.open(path).info().name());
            case "quickstart" -> inside.map(path -> "Quickstart");
            case "study" -> inside.map(path -> "Study");
            default -> Optional.empty();
        };
    }
}

package dev.fathom.ui.job;

import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.ui.base.BackgroundTask;
import dev.fathom.ui.base.LatestTask;
import dev.fathom.ui.base.Notices;
import dev.fathom.ui.base.TaskExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs that wait for their turn. One that builds on another, such as its teacher, also waits until that is finished. The
 * order is kept in {@code queue.json} of the workspace, so that it outlives the window; what waited when the window opens is
 * started only when the user says so. View model: no nodes.
 */
public final class RunQueue {
    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);

    private final Path file;
    private final Path runs;
    private final JobList jobs;
    private final TaskExecutor executor;
    private final LatestTask saving;
    private final LatestTask looking;
    private final Map<String, RunConfig> configs = new ConcurrentHashMap<>();
    private final Set<String> resuming = new HashSet<>();
    private final Notices notices;
    private final ObservableList<Waiting> waiting = FXCollections.observableArrayList();
    private final ObservableList<Waiting> unmodifiable = FXCollections.unmodifiableObservableList(waiting);
    private final ObservableMap<String, String> reasons = FXCollections.observableHashMap();
    private final ObservableMap<String, String> unmodifiableReasons = FXCollections.unmodifiableObservableMap(reasons);
    private final IntegerProperty atOnce = new SimpleIntegerProperty(1);
    private final BooleanProperty held = new SimpleBooleanProperty();

    /** A run that waits. */
    public record Waiting(RunFolder folder, String name) {}

    public RunQueue(Workspace workspace, JobList jobs, TaskExecutor executor, Notices notices) {
        this.file = workspace.root().resolve("queue.json");
        this.runs = workspace.runs();
        this.jobs = jobs;
        this.executor = executor;
        this.saving = new LatestTask(executor);
        this.looking = new LatestTask(executor);
        this.notices = notices;
    }

    /** What waits, the next one first. */
    public ObservableList<Waiting> waiting() {
        return unmodifiable;
    }

    /** How many runs may train at the same time in this window. */
    public IntegerProperty atOnceProperty() {
        return atOnce;
    }

    /** True while nothing is started. */
    public BooleanProperty heldProperty() {
        return held;
    }

    /** Puts a queued run at the end; it starts as soon as there is room. */
    public void add(RunFolder folder, String name) {
        if (!contains(folder)) {
            waiting.add(new Waiting(folder, name));
            save();
            update();
        }
    }

    public boolean contains(RunFolder folder) {
        return waiting.stream().anyMatch(w -> w.folder().id().equals(folder.id()));
    }

    /** Takes a run out; it stays in the list of runs. */
    public void remove(RunFolder folder) {
        if (waiting.removeIf(w -> w.folder().id().equals(folder.id()))) {
            save();
        }
    }

    /** Moves a run by this many places, negative to the front, as far as that goes. */
    public void move(RunFolder folder, int by) {
        for (int i = 0; i < waiting.size(); i++) {
            int to = Math.max(0, Math.min(waiting.size() - 1, i + by));
            if (waiting.get(i).folder().id().equals(folder.id()) && to != i) {
                waiting.add(to, waiting.remove(i));
                save();
                return;
            }
        }
    }

    /** Reads what waited when the last window closed, in the background, and asks before it goes on. */
    public void load() {
        BackgroundTask.of(this::read)
                .onSuccess(this::restore)
                .onFailure(notices::error)
                .executeWith(executor);
    }

    private List<Waiting> read() throws IOException {
        List<Waiting> found = new ArrayList<>();
        if (Files.exists(file)) {
            for (String id : Json.readFile(file, String[].class)) {
                if (Files.exists(runs.resolve(id).resolve("run.json"))) {
                    RunFolder folder = RunFolder.open(runs.resolve(id));
                    RunInfo info = folder.info();
                    if (info.state() == RunState.QUEUED) {
                        found.add(new Waiting(folder, info.name()));
                    }
                }
            }
        }
        return found;
    }

    private void restore(List<Waiting> found) {
        found.removeIf(w -> contains(w.folder()));
        if (!found.isEmpty()) {
            held.set(true);
            waiting.addAll(0, found);
            notices.offer(
                    found.size() == 1
                            ? found.get(0).name() + " waits in the queue"
                            : found.size() + " runs wait in the queue",
                    "They were queued when the window was last open",
                    "Start them",
                    () -> held.set(false));
        }
    }

    /**
     * Starts what there is room for and need not wait for another run, and gives up what waits for a run that failed;
     * to be called again and again.
     */
    public void update() {
        if (!held.get() && !waiting.isEmpty()) {
            List<Waiting> asked = List.copyOf(waiting);
            Set<Path> coming = coming();
            looking.submitIfIdle(BackgroundTask.of(() -> turns(asked, coming))
                    .onSuccess(this::take)
                    .onFailure(notices::error));
        }
    }

    /**
     * Continues a run at once, whatever else trains; one that builds on an unfinished run waits for that. Nothing happens
     * to a run that this has been asked for already.
     */
    public void resume(RunFolder folder, String name) {
        if (contains(folder) || jobs.isRunning(resumption(folder)) || !resuming.add(folder.id())) {
            return;
        }
        Waiting run = new Waiting(folder, name);
        Set<Path> coming = coming();
        BackgroundTask.of(() -> turn(run, coming))
                .onSuccess(turn -> {
                    resuming.remove(folder.id());
                    resume(run, turn);
                })
                .onFailure(e -> {
                    resuming.remove(folder.id());
                    notices.error(e);
                })
                .executeWith(executor);
    }

    private void resume(Waiting run, Turn turn) {
        if (turn.isFree()) {
            jobs.start("Resuming " + run.name(), resumption(run.folder()));
        } else {
            add(run.folder(), run.name());
            notices.inform(run.name() + " is in the queue", "It " + turn.why());
        }
    }

    /** What a worker is told that trains a run. */
    public static List<String> resumption(RunFolder folder) {
        return List.of("resume", folder.path().toString());
    }

    /** Runs that are trained or will be, even if they do not say so yet. */
    private Set<Path> coming() {
        Stream<Path> worked = jobs.jobs().stream()
                .filter(job -> job.arguments().get(0).equals("resume"))
                .map(job -> Path.of(job.arguments().get(1)));
        return Stream.concat(worked, waiting.stream().map(w -> w.folder().path()))
                .collect(Collectors.toSet());
    }

    private Map<Waiting, Turn> turns(List<Waiting> asked, Set<Path> coming) {
        Map<Waiting, Turn> turns = new LinkedHashMap<>();
        asked.forEach(one -> turns.put(one, turn(one, coming)));
        return turns;
    }

    private Turn turn(Waiting one, Set<Path> coming) {
        try {
            RunConfig config = configs.computeIfAbsent(
                    one.folder().id(), id -> one.folder().readConfig());
            return Turn.of(one.folder(), one.name(), config, runs, coming);
        } catch (IOException | UserException e) {
            LOG.debug("{} starts unseen; its worker says what is wrong", one.folder(), e);
            return Turn.FREE;
        }
    }

    private void take(Map<Waiting, Turn> turns) {
        turns.forEach((one, turn) -> {
            if (turn.isLost() && leave(one)) {
                giveUp(one, turn);
            } else if (turn.isFree() && !held.get() && hasRoom() && leave(one)) {
                jobs.start("Training " + one.name(), resumption(one.folder()));
            } else {
                reasons.put(one.folder().id(), turn.why());
            }
        });
        reasons.keySet().retainAll(waiting.stream().map(w -> w.folder().id()).toList());
    }

    private boolean leave(Waiting one) {
        boolean waited = waiting.remove(one);
        if (waited) {
            save();
        }
        return waited;
    }

    private void giveUp(Waiting one, Turn turn) {
        RunInfo.Failure failure = new RunInfo.Failure(turn.why(), turn.remedy());
        BackgroundTask.run(() -> one.folder().update(info -> info.ended(RunState.FAILED, Instant.now(), failure)))
                .onFailure(notices::error)
                .executeWith(executor);
        notices.error(turn.why(), turn.remedy());
    }

    /** Why the runs that wait do so for more than their turn, by id: "waits for teacher"; empty texts for the others. */
    public ObservableMap<String, String> reasons() {
        return unmodifiableReasons;
    }

    /** Whether the next run would start at once. */
    public boolean hasRoom() {
        return training() < atOnce.get();
    }

    private long training() {
        return jobs.jobs().stream().filter(JobItem::trains).count();
    }

    private void save() {
        List<String> ids = waiting.stream().map(w -> w.folder().id()).toList();
        saving.submit(BackgroundTask.run(() -> Json.writeFile(file, ids)).onFailure(notices::error));
    }
}

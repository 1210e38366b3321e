package dev.fathom.ui.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerListener;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.ui.base.Errand;
import dev.fathom.ui.base.LongWork;
import dev.fathom.ui.base.MetricNames;
import dev.fathom.ui.base.Notice;
import dev.fathom.ui.base.Notices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All workers of this window that are alive. View model: no nodes, used from one thread. */
public final class JobList {
    private static final String RUNS = "Its runs are in the list";
    private static final String TRAIN = "resume";
    private static final String BEST = "best_";

    private final Workers workers;
    private final Notices notices;
    private final ObservableList<JobItem> jobs = FXCollections.observableArrayList();
    private final List<Errand> errands = new ArrayList<>();
    private final ObservableList<LongWork> work = FXCollections.observableArrayList();
    private final ObservableList<LongWork> unmodifiableWork = FXCollections.unmodifiableObservableList(work);
    private Consumer<Path> onShowRun = run -> {};
    private final ObservableList<JobItem> unmodifiable = FXCollections.unmodifiableObservableList(jobs);

    public JobList(Workers workers, Notices notices) {
        this.workers = workers;
        this.notices = notices;
        jobs.addListener((InvalidationListener) change -> gather());
    }

    /** Everything that the user has started and that is not done: the workers, then what pages do themselves. */
    public ObservableList<LongWork> work() {
        return unmodifiableWork;
    }

    /** Counts what a page does itself, whenever it does something. */
    public void follow(Errand errand) {
        errands.add(errand);
        errand.busyProperty().addListener(change -> gather());
        gather();
    }

    private void gather() {
        List<LongWork> now = new ArrayList<>(jobs);
        errands.stream().filter(errand -> errand.busyProperty().get()).forEach(now::add);
        if (!now.equals(work)) {
            work.setAll(now);
        }
    }

    /** The living workers, oldest first. */
    public ObservableList<JobItem> jobs() {
        return unmodifiable;
    }

    /**
     * What no worker does cannot outlive its page: a sentence for each.
     *
     * @param what with which it ends, for example "the window"
     */
    public List<String> endingWith(String what) {
        return work.stream()
                .filter(one -> !(one instanceof JobItem))
                .map(one -> one.title() + " is not done. It ends with " + what + ", and " + one.leaves() + ".")
                .toList();
    }

    /** What shows the folder of a run that a notice is about. */
    public void setOnShowRun(Consumer<Path> show) {
        onShowRun = show;
    }

    /** Starts a worker; if that is not possible, a notice says why. Its end offers to show the run that it trained. */
    public void start(String title, List<String> arguments) {
        start(title, arguments, end -> tell(title, arguments, end, RUNS));
    }

    /**
     * As {@link #start(String, List)}.
     *
     * @param result where its result is, for the notice when it is done
     */
    public void start(String title, List<String> arguments, String result) {
        start(title, arguments, end -> tell(title, arguments, end, result));
    }

    /**
     * Starts a worker whose end is nobody's news but the caller's.
     *
     * @param onEnd called on the window's thread
     * @return false if it could not be started, which a notice says
     */
    public boolean start(String title, List<String> arguments, Consumer<WorkerResult> onEnd) {
        JobItem job = new JobItem(title, arguments, onEnd);
        try {
            job.startWith(workers);
            jobs.add(job);
            return true;
        } catch (UserException e) {
            notices.error(e);
            return false;
        }
    }

    /** Lists a worker that somebody else has started. */
    void adopt(String title, List<String> arguments, Function<WorkerListener, Workers.Handle> worker) {
        JobItem job = new JobItem(title, arguments, end -> tell(title, arguments, end, RUNS));
        job.follow(worker);
        jobs.add(job);
    }

    /** Goes on with the jobs of a list that is given up. */
    public void takeOver(JobList before) {
        jobs.addAll(before.jobs);
    }

    /** True if a worker with this command line is alive. */
    public boolean isRunning(List<String> arguments) {
        return jobs.stream().anyMatch(job -> job.arguments().equals(arguments));
    }

    /** Shows what the workers have reported since the last call and lets go of those that have ended. */
    public void update() {
        errands.forEach(Errand::poll);
        for (JobItem job : List.copyOf(jobs)) {
            job.tellRefusal(notices::error);
            WorkerResult result = job.update();
            if (result != null) {
                jobs.remove(job);
                job.onEnd().accept(result);
            }
        }
    }

    private void tell(String title, List<String> arguments, WorkerResult result, String place) {
        Notice.Action show = arguments.get(0).equals(TRAIN)
                ? new Notice.Action("Show it", () -> onShowRun.accept(Path.of(arguments.get(1))))
                : null;
        if (result instanceof WorkerResult.Failed failed) {
            String what = title + ": " + failed.what();
            notices.show(new Notice(Notice.Kind.ERROR, what, failed.remedy(), "", show));
        } else if (result.isCancelled()) {
            inform(title + " was stopped", "It continues where it was when you start it again", show);
        } else {
            inform(title + " is done", show == null ? place : best(result), show);
        }
    }

    private void inform(String what, String remedy, Notice.Action show) {
        notices.show(new Notice(Notice.Kind.INFORMATION, what, remedy, "", show));
    }

    /** "Best si-RMSE 0.186 at epoch 24", if the worker has told so. */
    private static String best(WorkerResult result) {
        JsonNode told = result instanceof WorkerResult.Success success ? success.value() : null;
        JsonNode value = told == null ? MissingNode.getInstance() : told.path("value");
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith(BEST) && !name.equals(BEST + "epoch")) {
                return String.format(
                        Locale.ROOT,
                        "Best %s %.3f at epoch %d",
                        MetricNames.label(name.substring(BEST.length())),
                        value.get(name).asDouble(),
                        value.path(BEST + "epoch").asInt());
            }
        }
        return "";
    }

    /** Asks every worker to stop cleanly. */
    public void stopAll() {
        jobs.forEach(JobItem::stop);
    }

    /** Lets every worker outlive this window. */
    public void keepAllRunning() {
        jobs.forEach(JobItem::keepRunning);
    }
}

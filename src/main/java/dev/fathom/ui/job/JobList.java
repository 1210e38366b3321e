package dev.fathom.ui.job;

import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerListener;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.ui.base.Notices;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All workers of this window that are alive. View model: no nodes, used from one thread. */
public final class JobList {
    private static final String RUNS = "Its runs are in the list";

    private final Workers workers;
    private final Notices notices;
    private final ObservableList<JobItem> jobs = FXCollections.observableArrayList();
    private final ObservableList<JobItem> unmodifiable = FXCollections.unmodifiableObservableList(jobs);

    public JobList(Workers workers, Notices notices) {
        this.workers = workers;
        this.notices = notices;
    }

    /** The living workers, oldest first. */
    public ObservableList<JobItem> jobs() {
        return unmodifiable;
    }

    /** Starts a worker; if that is not possible, a notice says why. */
    public void start(String title, List<String> arguments) {
        start(title, arguments, RUNS);
    }

    /**
     * As {@link #start(String, List)}.
     *
     * @param result where its result is, for the notice when it is done
     */
    public void start(String title, List<String> arguments, String result) {
        start(title, arguments, end -> tell(title, end, result));
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
        JobItem job = new JobItem(title, arguments, end -> tell(title, end, RUNS));
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
        for (JobItem job : List.copyOf(jobs)) {
            WorkerResult result = job.update();
            if (result != null) {
                jobs.remove(job);
                job.onEnd().accept(result);
            }
        }
    }

    private void tell(String title, WorkerResult result, String place) {
        if (result instanceof WorkerResult.Failed failed) {
            notices.error(title + ": " + failed.what(), failed.remedy());
        } else if (result.isCancelled()) {
            notices.inform(title + " was stopped", "It continues where it was when you start it again");
        } else {
            notices.inform(title + " is done", place);
        }
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

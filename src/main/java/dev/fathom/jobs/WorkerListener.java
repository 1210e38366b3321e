package dev.fathom.jobs;

/** Told of a worker's progress, on a thread of the worker's own. */
@FunctionalInterface
public interface WorkerListener {
    void progress(WorkerMessage.Progress progress);

    /** A listener that does nothing. */
    static WorkerListener none() {
        return progress -> {};
    }
}

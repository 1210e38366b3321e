package dev.fathom.jobs;

/** Told of a worker's progress, on a thread of the worker's own. */
@FunctionalInterface
public interface WorkerListener {
    void progress(WorkerMessage.Progress progress);
}

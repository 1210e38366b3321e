package dev.fathom.ui.base;

/** Where background work runs: threads in the window, the calling thread in tests. */
@FunctionalInterface
public interface TaskExecutor {
    void execute(BackgroundTask<?> task);
}

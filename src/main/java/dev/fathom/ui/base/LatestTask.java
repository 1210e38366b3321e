package dev.fathom.ui.base;

/**
 * Runs one task at a time and of those that come meanwhile only the newest: what a slider or a poll needs. Used from
 * the window's thread alone.
 */
public final class LatestTask {
    private final TaskExecutor executor;
    private boolean busy;
    private BackgroundTask<?> pending;

    public LatestTask(TaskExecutor executor) {
        this.executor = executor;
    }

    /** Runs the task now, or when the present one has ended and no newer task has come. */
    public void submit(BackgroundTask<?> task) {
        if (busy) {
            pending = task;
            return;
        }
        busy = true;
        task.onFinished(this::next).executeWith(executor);
    }

    /** Runs the task now or not at all. */
    public void submitIfIdle(BackgroundTask<?> task) {
        if (!busy) {
            submit(task);
        }
    }

    private void next() {
        busy = false;
        BackgroundTask<?> task = pending;
        pending = null;
        if (task != null) {
            submit(task);
        }
    }
}

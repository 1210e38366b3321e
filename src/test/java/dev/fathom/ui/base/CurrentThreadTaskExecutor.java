package dev.fathom.ui.base;

/** Does all work at once on the calling thread. */
public final class CurrentThreadTaskExecutor implements TaskExecutor {
    @Override
    public void execute(BackgroundTask<?> task) {
        task.perform().run();
    }
}

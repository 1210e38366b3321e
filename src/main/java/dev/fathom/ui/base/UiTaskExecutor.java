package dev.fathom.ui.base;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/** Runs work on a few daemon threads and its outcome on the JavaFX thread. */
public final class UiTaskExecutor implements TaskExecutor, AutoCloseable {
    private static final int THREADS = 3;

    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS, this::thread);

    private Thread thread(Runnable body) {
        Thread thread = new Thread(body, "background-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(BackgroundTask<?> task) {
        // What comes after the window has closed has nobody left to tell.
        if (!pool.isShutdown()) {
            pool.execute(() -> Platform.runLater(task.perform()));
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}

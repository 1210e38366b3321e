package dev.fathom.ui.base;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/** Runs work on a few daemon threads and its outcome on the JavaFX thread. */
public final class UiTaskExecutor implements TaskExecutor, AutoCloseable {
    private static final int THREADS = 3;
    private static final long GRACE_MILLIS = 1000;

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

    /** What was asked for before is done to its end, as it may write something; what takes long is interrupted. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

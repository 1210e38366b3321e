package dev.fathom.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a stream from which nothing comes any more, or whose reader is asked to stop. A read of the HTTP client waits
 * without end and hears no interrupt; it does end when its stream is closed.
 */
final class StallGuard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StallGuard.class);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final long CHECK_MILLIS = 200;

    private final InputStream in;
    private final BooleanSupplier cancel;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stall-guard");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long lastSign = System.nanoTime();

    StallGuard(InputStream in, BooleanSupplier cancel) {
        this.in = in;
        this.cancel = cancel;
        timer.scheduleWithFixedDelay(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Something has come. */
    void alive() {
        lastSign = System.nanoTime();
    }

    private void check() {
        if (cancel.getAsBoolean() || System.nanoTime() - lastSign > LONGEST_SILENCE.toNanos()) {
            try {
                in.close();
            } catch (IOException e) {
                LOG.debug("A connection could not be closed", e);
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

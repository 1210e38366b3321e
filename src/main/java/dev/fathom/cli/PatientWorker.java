package dev.fathom.cli;

import dev.fathom.core.UsageException;
import dev.fathom.jobs.Jobs;
import dev.fathom.jobs.Worker;
import dev.fathom.jobs.WorkerResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a worker that may hang in a native library, and ends it when it shows no progress for too long. */
final class PatientWorker {
    private static final long LOOK_MILLIS = 100;

    private final Session session;
    private final Duration patience;
    private volatile long lastSign;
    private boolean lostPatience;

    /**
     * The patience that a user has given.
     *
     * @throws UsageException if it is less than a second
     */
    static Duration patience(int seconds) {
        if (seconds < 1) {
            throw new UsageException("--patience is " + seconds, "Set it to a number of seconds, 1 or more");
        }
        return Duration.ofSeconds(seconds);
    }

    PatientWorker(Session session, Duration patience) {
        this.session = session;
        this.patience = patience;
    }

    /** Whether the worker was ended because nothing came from it. */
    boolean lostPatience() {
        return lostPatience;
    }

    /** Waits for the end, whatever it is. */
    WorkerResult run(List<String> arguments) {
        lastSign = System.nanoTime();
        Worker worker = Jobs.start(arguments, progress -> {
            lastSign = System.nanoTime();
            session.progress(progress);
        });
        Cancellation cancellation = new Cancellation(session, worker);
        try {
            while (!worker.result().isDone()) {
                look(worker);
            }
            return worker.result().join();
        } finally {
            cancellation.end();
        }
    }

    private void look(Worker worker) {
        try {
            worker.result().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (System.nanoTime() - lastSign > patience.toNanos()) {
                lostPatience = true;
                worker.kill();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker's result never fails", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.kill();
        }
    }
}

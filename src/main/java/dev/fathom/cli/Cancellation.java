package dev.fathom.cli;

import dev.fathom.jobs.Worker;

/** Watches a session and passes its cancel request on to the worker that it waits for. */
final class Cancellation {
    private static final long POLL_MILLIS = 50;

    private final Thread thread;

    Cancellation(Session session, Worker worker) {
        thread = new Thread(() -> watch(session, worker), "cancellation");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(Session session, Worker worker) {
        try {
            while (!session.isCancelled()) {
                Thread.sleep(POLL_MILLIS);
            }
            worker.cancel();
        } catch (InterruptedException e) {
            // The worker has ended: nothing is left to cancel.
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        thread.interrupt();
    }
}

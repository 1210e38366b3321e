package dev.fathom.ui.job;

import dev.fathom.core.UserException;
import dev.fathom.jobs.Jobs;
import dev.fathom.jobs.Worker;
import dev.fathom.jobs.WorkerListener;
import dev.fathom.jobs.WorkerResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts worker processes. The window uses {@link #processes()}; tests use their own. */
@FunctionalInterface
public interface Workers {
    Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** Starts {@code fathom} with these arguments; if that is not possible the result says so. */
    Handle start(List<String> arguments, WorkerListener listener);

    /** A worker that was started. */
    interface Handle {
        /**
         * Asks for a clean stop.
         *
         * @return completes when the worker was asked, exceptionally if it cannot be
         */
        CompletableFuture<Void> cancel();

        /** Lets it live on when this process ends. */
        void detach();

        /** Completes when the worker has ended, never exceptionally. */
        CompletableFuture<WorkerResult> result();
    }

    /** Real processes, started off the window's thread: looking at the machine's load takes a moment. */
    static Workers processes() {
        return (arguments, listener) ->
                new StartedWorker(CompletableFuture.supplyAsync(() -> Jobs.startInBackground(arguments, listener)));
    }

    /** A {@link Worker} that may still be starting. */
    record StartedWorker(CompletableFuture<Worker> worker) implements Handle {
        @Override
        public CompletableFuture<Void> cancel() {
            // One that could not be started says so as its result.
            return worker.thenAccept(Worker::cancel).exceptionally(e -> null);
        }

        /** Waits for the start, because the window ends right after this. */
        @Override
        public void detach() {
            worker.thenAccept(Worker::detach).exceptionally(e -> null).join();
        }

        @Override
        public CompletableFuture<WorkerResult> result() {
            return worker.thenCompose(Worker::result).exceptionally(StartedWorker::failure);
        }

        private static WorkerResult failure(Throwable e) {
            Throwable cause = e instanceof CompletionException ? e.getCause() : e;
            if (cause instanceof UserException told) {
                return new WorkerResult.Failed(told.what(), told.remedy());
            }
            LOG.error("A worker could not be started", cause);
            return new WorkerResult.Failed("The worker could not be started: " + cause, "Look at the log for details");
        }
    }
}

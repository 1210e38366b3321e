package dev.fathom.ui.job;

import dev.fathom.jobs.Jobs;
import dev.fathom.jobs.Worker;
import dev.fathom.jobs.WorkerListener;
import dev.fathom.jobs.WorkerResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Starts worker processes. The window uses {@link #processes()}; tests use their own. */
@FunctionalInterface
public interface Workers {

    /** @throws dev.fathom.core.UserException if no process can be started */
    Handle start(List<String> arguments, WorkerListener listener);

    /** A worker that was started. */
    interface Handle {
        /** Asks for a clean stop. */
        void cancel();

        /** Lets it live on when this process ends. */
        void detach();

        /** Completes when the worker has ended, never exceptionally. */
        CompletableFuture<WorkerResult> result();
    }

    /** Real processes. */
    static Workers processes() {
        return (arguments, listener) -> new ProcessHandleOfWorker(Jobs.start(arguments, listener));
    }

    /** A {@link Worker} as a handle. */
    record ProcessHandleOfWorker(Worker worker) implements Handle {
        @Override
        public void cancel() {
            worker.cancel();
        }

        @Override
        public void detach() {
            worker.detach();
        }

        @Override
        public CompletableFuture<WorkerResult> result() {
            return worker.result();
        }
    }
}

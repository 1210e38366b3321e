package dev.fathom.ui.job;

import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerListener;
import dev.fathom.jobs.WorkerMessage.Progress;
import dev.fathom.jobs.WorkerResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Workers without processes: a test says what they report and how they end. */
public final class FakeWorkers implements Workers {
    private final List<Fake> started = new ArrayList<>();
    private UserException refusal;

    @Override
    public Handle start(List<String> arguments, WorkerListener listener) {
        if (refusal != null) {
            throw refusal;
        }
        Fake fake = new Fake(arguments, listener);
        started.add(fake);
        return fake;
    }

    /** From now on no worker can be started or stopped. */
    public void refuse(UserException reason) {
        refusal = reason;
    }

    /** The workers in the order of their start. */
    public List<Fake> started() {
        return started;
    }

    /** One of them. */
    public final class Fake implements Handle {
        private final List<String> arguments;
        private final WorkerListener listener;
        private final CompletableFuture<WorkerResult> result = new CompletableFuture<>();
        private boolean cancelled;
        private boolean detached;

        private Fake(List<String> arguments, WorkerListener listener) {
            this.arguments = arguments;
            this.listener = listener;
        }

        public List<String> arguments() {
            return arguments;
        }

        public void report(String stage, long done, long total, String message, double secondsLeft) {
            listener.progress(new Progress(stage, done, total, message, secondsLeft));
        }

        public void end(WorkerResult how) {
            result.complete(how);
        }

        public boolean isCancelled() {
            return cancelled;
        }

        public boolean isDetached() {
            return detached;
        }

        @Override
        public CompletableFuture<Void> cancel() {
            cancelled = true;
            return refusal == null
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new CompletionException(refusal));
        }

        @Override
        public void detach() {
            detached = true;
        }

        @Override
        public CompletableFuture<WorkerResult> result() {
            return result;
        }
    }
}

package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UserException;
import dev.fathom.jobs.WorkerMessage;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a command knows about where it runs: in front of a user, or as a worker whose parent reads messages.
 *
 * <p>Exactly one cancel request counts; work polls {@link #isCancelled()}.
 */
public abstract class Session {
    private final PrintStream out;
    private final PrintStream err;
    private final List<String> arguments;
    private boolean json;
    private final AtomicBoolean cancelled = new AtomicBoolean();

    Session(PrintStream out, PrintStream err, List<String> arguments) {
        this.out = out;
        this.err = err;
        this.arguments = List.copyOf(arguments);
    }

    /** True in a worker process. */
    abstract boolean isWorker();

    /** Shows or sends how far the work is. */
    abstract void progress(WorkerMessage.Progress progress);

    /** Ends a progress display so that normal text can follow. */
    abstract void endProgress();

    /** Hands over the result; {@code text} is for people, {@code value} for machines. */
    abstract void result(JsonNode value, String text);

    /** Says why the work failed. */
    abstract void failure(UserException e);

    /** Whether results are printed as JSON. */
    void json(boolean on) {
        json = on;
    }

    boolean json() {
        return json;
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    /** The words of the command line, as given. */
    List<String> arguments() {
        return arguments;
    }

    void cancel() {
        cancelled.set(true);
    }

    boolean isCancelled() {
        return cancelled.get();
    }
}

package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UserException;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.jobs.Jobs;
import dev.fathom.jobs.Worker;
import dev.fathom.jobs.WorkerResult;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A command whose work loads native libraries or takes long: in front of a user it starts itself as a worker, which runs
 * with options of its own, and shows progress.
 */
abstract class HeavyCommand extends SessionCommand {
    HeavyCommand(Session session) {
        super(session);
    }

    /** The work itself, in a worker process; returns an exit code. */
    abstract int work() throws Exception;

    /** The worker's command line; by default the same as this one's. */
    List<String> workerArguments() throws Exception {
        return session().arguments();
    }

    /** How long the worker may show no progress before it is ended; empty for work that ends by itself. */
    Optional<Duration> patience() throws Exception {
        return Optional.empty();
    }

    /** What to say when the user has stopped it. */
    String stopped() {
        return "Stopped; everything done so far is kept.";
    }

    /** The exit code that belongs to a result. */
    int exitCode(JsonNode value) {
        return ExitCodes.SUCCESS;
    }

    @Override
    public Integer call() throws Exception {
        return session().isWorker() ? work() : delegate(workerArguments());
    }

    /** Has a worker do it, passes its progress on and prints its result. */
    final int delegate(List<String> arguments) throws Exception {
        WorkerResult result =
                patience().map(most -> runPatiently(most, arguments)).orElseGet(() -> runWorker(session(), arguments));
        session().endProgress();
        if (result.isCancelled()) {
            session().err().println(stopped());
            return ExitCodes.CANCELLED;
        }
        JsonNode value = result.orThrow();
        if (value == null) {
            return ExitCodes.SUCCESS;
        }
        session().result(value.get("value"), value.get("text").asText());
        return exitCode(value.get("value"));
    }

    private WorkerResult runPatiently(Duration most, List<String> arguments) {
        PatientWorker worker = new PatientWorker(session(), most);
        WorkerResult result = worker.run(arguments);
        if (worker.lostPatience()) {
            throw new UserException(
                    "The worker was stopped after " + most.toSeconds() + " s without progress",
                    "Look into the model with fathom inspect, or wait longer with --patience");
        }
        return result;
    }

    /** Runs a worker to its end, passing its progress and this session's cancel request on. */
    static WorkerResult runWorker(Session session, List<String> arguments) {
        Worker worker = Jobs.start(arguments, session::progress);
        return follow(session, worker);
    }

    /** Waits for a worker, asking it to stop as soon as the session is cancelled. */
    static WorkerResult follow(Session session, Worker worker) {
        Cancellation cancellation = new Cancellation(session, worker);
        try {
            return worker.result().join();
        } finally {
            cancellation.end();
        }
    }
}

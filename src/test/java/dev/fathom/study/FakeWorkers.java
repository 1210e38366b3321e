package dev.fathom.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.OwnerProcess;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Workers that train nothing: runs end as {@code ending} says, and score 0.1 times their seed. */
final class FakeWorkers implements StudyWorkers {
    /** Verb and run name of each command, in order. */
    final List<String> done = new ArrayList<>();

    final List<String> notes = new ArrayList<>();
    Function<RunConfig, RunState> ending = config -> RunState.FINISHED;
    /** Work after training that never succeeds. */
    Set<String> failing = Set.of();
    /** After so many commands the user presses Ctrl-C. */
    int patience = Integer.MAX_VALUE;

    @Override
    public WorkerResult run(String stage, List<String> arguments) {
        RunFolder run = RunFolder.open(Path.of(arguments.get(1)));
        done.add(arguments.get(0) + " " + run.info().name());
        if (failing.contains(arguments.get(0))) {
            return new WorkerResult.Failed("No " + arguments.get(0), "Never mind");
        }
        try {
            return arguments.get(0).equals("resume") ? train(run) : new WorkerResult.Success(score(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WorkerResult train(RunFolder run) throws IOException {
        run.update(info -> info.running(OwnerProcess.current(), Instant.EPOCH));
        RunState end = isCancelled() ? RunState.STOPPED : ending.apply(run.readConfig());
        boolean wrong = end == RunState.FAILED || end == RunState.DIVERGED;
        RunInfo.Failure why = wrong ? new RunInfo.Failure("It went " + end.text(), "Try again") : null;
        run.update(info -> info.ended(end, Instant.EPOCH, why));
        return wrong
                ? new WorkerResult.Failed(why.what(), why.remedy())
                : end == RunState.STOPPED ? new WorkerResult.Cancelled() : new WorkerResult.Success(null);
    }

    private static ObjectNode score(RunFolder run) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.putObject("metrics").put("si_rmse", 0.1 * run.readConfig().seed());
        value.put("parameters", 387_953)
                .put("dataset", "street")
                .put("split", "val")
                .put("pictures", 3)
                .put("protocol", "mai")
                .put("rules", "as 50 % of all & more");
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.set("value", value);
        return both;
    }

    @Override
    public boolean isCancelled() {
        return done.size() >= patience;
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }
}

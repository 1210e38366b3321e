package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.UserException;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.jobs.WorkerMessage;
import dev.fathom.run.RunFolder;
import dev.fathom.run.RunInfo;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import dev.fathom.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom resume RUN}: trains a run from its last checkpoint, or from the start if it has none. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Continues a stopped, failed or interrupted run, exactly as if it had never been stopped.")
final class ResumeCommand extends HeavyCommand {
    @Parameters(paramLabel = "RUN", description = "A run folder, or an id or name that \"fathom runs\" lists.")
    private String run;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    ResumeCommand(Session session) {
        super(session);
    }

    /** The worker writes its log into the run, so it needs the folder itself. */
    @Override
    List<String> workerArguments() throws IOException {
        return List.of("resume", new Workspace(workspace).find(run).path().toString());
    }

    @Override
    int work() throws IOException {
        RunFolder folder = RunFolder.open(Path.of(run));
        String stage = "Training " + folder.info().name();
        RunState end = Training.run(
                folder, session()::isCancelled, (step, of, epoch, loss, imagesPerSecond, secondsLeft) -> session()
                        .progress(new WorkerMessage.Progress(
                                stage,
                                step,
                                of,
                                String.format(
                                        Locale.ROOT,
                                        "epoch %d, loss %.4f, %.1f images/s",
                                        epoch,
                                        loss,
                                        imagesPerSecond),
                                secondsLeft)));
        RunInfo info = folder.info();
        if (end == RunState.DIVERGED) {
            throw new UserException(info.failure().what(), info.failure().remedy());
        }
        if (end == RunState.STOPPED) {
            return ExitCodes.CANCELLED;
        }
        session().result(value(folder, info), text(folder, info));
        return ExitCodes.SUCCESS;
    }

    private static ObjectNode value(RunFolder folder, RunInfo info) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("run", folder.path().toString());
        value.put("state", info.state().text());
        if (info.best() != null) {
            value.put("best_epoch", info.best().epoch());
            value.put("best_" + info.best().metric(), info.best().value());
        }
        return value;
    }

    private static String text(RunFolder folder, RunInfo info) {
        String best = info.best() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", best %s %.4f at epoch %d",
                        info.best().metric(),
                        info.best().value(),
                        info.best().epoch());
        return "Finished" + best + ". Everything is in " + folder.path();
    }
}

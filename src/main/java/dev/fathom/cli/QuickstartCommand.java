package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.FileLock;
import dev.fathom.run.SampleData;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fathom quickstart}: the whole road on a small data set. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = {
            "Trains a teacher, a student alone and a distilled student on the sample data, evaluates all three,",
            "exports them to TFLite, checks the export and measures latency here. Run again to continue."
        })
final class QuickstartCommand extends SessionCommand {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Workspace for the runs, default $FATHOM_WORKSPACE or ~/fathom.")
    private Path out = Workspace.standard().root();

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder, default the sample data.")
    private Path data;

    @Option(
            names = "--epochs-scale",
            paramLabel = "F",
            description = "Multiplies all epochs, default ${DEFAULT-VALUE}.")
    private double epochsScale = 1;

    QuickstartCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        Path folder =
                (data == null ? SampleData.street() : data).toAbsolutePath().normalize();
        Path workspace = out.toAbsolutePath().normalize();
        try (FileLock lock = FileLock.acquire(
                workspace.resolve("quickstart.lock"),
                "A quickstart is already running in " + workspace,
                "Wait until it has ended, or choose another folder with --out DIR")) {
            return run(new Quickstart(session(), workspace, folder, epochsScale));
        }
    }

    private int run(Quickstart quickstart) throws IOException {
        if (!quickstart.run()) {
            session().endProgress();
            session().err().println("Stopped; run \"fathom quickstart\" again to continue.");
            return ExitCodes.CANCELLED;
        }
        JsonNode rows = quickstart.rows();
        session().result(rows, QuickstartTable.text(rows, out));
        return ExitCodes.SUCCESS;
    }
}

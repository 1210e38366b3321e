package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.device.bench.MeasuredModel;
import dev.fathom.export.inspect.InspectionText;
import dev.fathom.export.inspect.Inspector;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.InspectionReport;
import dev.fathom.run.Json;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fathom inspect FILE}: what a TFLite file holds, what it costs and what XNNPACK takes of it. The file may be
 * anyone's, so everything about it happens in a worker that may die or hang.
 */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Looks into a .tflite file: operations, costs, what XNNPACK takes, where the time goes.")
final class InspectCommand extends HeavyCommand {
    private static final String NO_RUN = "--no-run";
    /** Reading in plain Java ends; what may take long is the start of a process on a busy machine. */
    private static final Duration LISTING_PATIENCE = Duration.ofMinutes(2);

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A .tflite file, from Fathom or from elsewhere; or a run (folder, id or name): its exported files.")
    private String reference;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    @Option(names = "--runs", paramLabel = "N", description = "Timed runs, default ${DEFAULT-VALUE}; 0 loads only.")
    private int runs = 20;

    @Option(names = NO_RUN, description = "List only; do not load the file into the runtime.")
    private boolean noRun;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            description = "Give up after so long without progress, default ${DEFAULT-VALUE}.")
    private int patience = 60;

    InspectCommand(Session session) {
        super(session);
    }

    @Override
    int work() {
        Path file = Path.of(reference);
        InspectionReport report = noRun ? Inspector.read(file) : Inspector.run(file, runs, new WorkMonitor(session()));
        session().result(Json.tree(report), InspectionText.of(report));
        return ExitCodes.SUCCESS;
    }

    @Override
    public Integer call() throws IOException {
        if (runs < 0 || patience < 1) {
            throw new UsageException(
                    "Cannot run " + runs + " times with " + patience + " s of patience", "Use 0 or more and 1 or more");
        }
        if (session().isWorker()) {
            return work();
        }
        List<JsonNode> shown = new ArrayList<>();
        for (Path file : files()) {
            WorkerResult result = watch(file);
            if (result.isCancelled()) {
                return ExitCodes.CANCELLED;
            }
            shown.add(result.orThrow());
        }
        show(shown);
        return ExitCodes.SUCCESS;
    }

    /** One file, or all that a run has exported. */
    private List<Path> files() throws IOException {
        return MeasuredModel.find(reference, new Workspace(workspace), List.of()).stream()
                .map(MeasuredModel::file)
                .toList();
    }

    private WorkerResult watch(Path file) {
        PatientWorker worker = new PatientWorker(session(), Duration.ofSeconds(patience));
        WorkerResult result = worker.run(arguments(file, noRun));
        session().endProgress();
        if (result instanceof WorkerResult.Failed failed && failed.died()) {
            throw crashed(file, failed, worker);
        }
        return result;
    }

    private List<String> arguments(Path file, boolean listOnly) {
        List<String> arguments = new ArrayList<>(List.of("inspect", "--runs", String.valueOf(runs)));
        if (listOnly) {
            arguments.add(NO_RUN);
        }
        arguments.addAll(List.of("--", file.toString()));
        return arguments;
    }

    /** The file's own word is still worth showing when running it fails. */
    private UserException crashed(Path file, WorkerResult.Failed failed, PatientWorker worker) {
        String what = worker.lostPatience()
                ? file + " was stopped after " + patience + " s without progress"
                : file + " crashed the runtime: " + failed.what();
        if (!noRun) {
            WorkerResult listing = new PatientWorker(session(), LISTING_PATIENCE).run(arguments(file, true));
            if (listing instanceof WorkerResult.Success success) {
                show(List.of(success.value()));
            }
        }
        return new UserException(what, "Do not deploy this file; export or download it again");
    }

    private void show(List<JsonNode> inspections) {
        List<JsonNode> values =
                inspections.stream().map(inspection -> inspection.get("value")).toList();
        session()
                .result(
                        values.size() == 1 ? values.get(0) : Json.tree(values),
                        inspections.stream()
                                .map(inspection -> inspection.get("text").asText())
                                .collect(Collectors.joining("\n\n\n")));
    }
}

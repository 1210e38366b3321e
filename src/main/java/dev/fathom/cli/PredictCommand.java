package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UsageException;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.prediction.DepthModel;
import dev.fathom.prediction.OutputFormat;
import dev.fathom.prediction.PictureInputs;
import dev.fathom.prediction.PictureJob;
import dev.fathom.run.Json;
import dev.fathom.run.PredictionReport;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom predict RUN|MODEL.tflite IMAGE|FOLDER...}: depth of any pictures, without ground truth. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = "Predicts depth for any pictures and writes it as PNG, NumPy array, PFM, colours or points.")
final class PredictCommand extends HeavyCommand {
    private static final int NAMED = 5;

    @Parameters(index = "0", paramLabel = "RUN|MODEL.tflite", description = "Whose depth is wanted.")
    private String reference;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGE|FOLDER",
            description = "PNG and JPEG pictures of any size, and folders of them.")
    private List<Path> pictures;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    @Option(names = "--out", paramLabel = "DIR", description = "Default: fathom-predictions/NAME here.")
    private Path out;

    @Option(
            names = "--format",
            paramLabel = "LIST",
            description =
                    "Some of png16, npy, pfm, colour, ply, each in a folder of its own;" + " default ${DEFAULT-VALUE}.")
    private String format = "png16,colour";

    @Option(names = "--network-size", description = "Keep the size that the network gives.")
    private boolean networkSize;

    @Mixin
    private OutputChoices output = new OutputChoices();

    @Mixin
    private ModelOptions model = new ModelOptions();

    PredictCommand(Session session) {
        super(session);
    }

    @Override
    Optional<Duration> patience() throws IOException {
        return model.patience(DepthTarget.find(reference, workspace));
    }

    @Override
    int exitCode(JsonNode value) {
        return value.get("problems").isEmpty() ? ExitCodes.SUCCESS : ExitCodes.FAILED;
    }

    @Override
    int work() throws IOException {
        DepthTarget target = DepthTarget.find(reference, workspace);
        String name = name(target);
        Path folder = out == null ? Path.of("fathom-predictions", name) : out;
        PictureJob job = new PictureJob(OutputFormat.parse(format), output.options(), networkSize, folder);
        PictureInputs inputs = PictureInputs.of(pictures, folder);
        try (DepthModel network = load(target)) {
            PredictionReport report = job.run(name, network, inputs, new WorkMonitor(session()));
            session().result(Json.tree(report), text(report));
        }
        return ExitCodes.SUCCESS;
    }

    private String name(DepthTarget target) {
        if (target instanceof DepthTarget.Run run) {
            return run.run().id();
        }
        if (target instanceof DepthTarget.Model file) {
            return file.file().getFileName().toString();
        }
        throw new UsageException(reference + " is a folder without a run", "Name a run or a .tflite file first");
    }

    private DepthModel load(DepthTarget target) throws IOException {
        return target instanceof DepthTarget.Run run
                ? DepthModels.load(run.run(), model)
                : DepthModels.load(((DepthTarget.Model) target).file(), model);
    }

    private static String text(PredictionReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Predicted %d picture%s with %s as %s in %s",
                report.pictures(),
                report.pictures() == 1 ? "" : "s",
                report.model(),
                String.join(", ", report.formats()),
                report.out()));
        report.written().stream().limit(NAMED).forEach(one -> lines.add(line(one)));
        if (report.pictures() > NAMED) {
            lines.add("  and " + (report.pictures() - NAMED) + " more; all are in predictions.csv");
        }
        report.notes().stream().limit(2 * NAMED).forEach(note -> lines.add(note + "."));
        if (!report.problems().isEmpty()) {
            lines.add(report.problems().size() + " could not be predicted:");
            report.problems().stream().limit(2 * NAMED).forEach(problem -> lines.add("  " + problem));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(PredictionReport.Written one) {
        String range = one.near() == null
                ? "nothing valid"
                : String.format(Locale.ROOT, "%.2f to %.2f m", one.near(), one.far());
        return "  " + one.picture() + ": " + one.height() + "x" + one.width() + ", " + range;
    }
}

package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.DepthMap;
import dev.fathom.core.PointFit;
import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.prediction.AlignmentJob;
import dev.fathom.prediction.KnownPoints;
import dev.fathom.prediction.OutputFormat;
import dev.fathom.prediction.PictureInput;
import dev.fathom.prediction.PredictionFile;
import dev.fathom.prediction.PredictionFolder;
import dev.fathom.run.AlignmentReport;
import dev.fathom.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom align PREDICTION... --points FILE}: relative depth into metres. */
@Command(
        name = "align",
        mixinStandardHelpOptions = true,
        description = "Turns relative depth into metres from a few known points or a depth map.")
final class AlignCommand extends HeavyCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "PREDICTION",
            description = "Depth files (.npy, .pfm, 16-bit .png) or folders of them.")
    private List<Path> predictions;

    @Option(names = "--points", paramLabel = "FILE", description = "CSV lines x,y,metres: column and row from 0.")
    private Path points;

    @Option(names = "--reference", paramLabel = "DEPTH", description = "A depth file in metres, in place of --points.")
    private Path reference;

    @Option(
            names = "--reference-scale",
            paramLabel = "N",
            description = "Units of the reference per metre; default 1000 in whole numbers, 1 in others.")
    private Double referenceScale;

    @Option(names = "--fit", paramLabel = "WHAT", description = "scale or scale-shift, default ${DEFAULT-VALUE}.")
    private String fit = "scale-shift";

    @Option(
            names = "--in",
            paramLabel = "SPACE",
            description = "depth or inverse, in which the fit is made; default inverse with --inverse, else depth.")
    private String space;

    @Option(names = "--robust", description = "Leave outliers out, up to a quarter of the points.")
    private boolean robust;

    @Option(names = "--inverse", description = "The predictions are inverse depth: large is near.")
    private boolean inverse;

    @Option(
            names = "--prediction-scale",
            paramLabel = "N",
            description = "Units of the predictions; default 1000 in whole numbers of depth, else 1.")
    private Double predictionScale;

    @Option(names = "--out", paramLabel = "DIR", description = "Default: ${DEFAULT-VALUE} here.")
    private Path out = Path.of("fathom-aligned");

    @Option(
            names = "--format",
            paramLabel = "LIST",
            description = "Some of png16, npy, pfm, colour; default ${DEFAULT-VALUE}.")
    private String format = "npy";

    @Mixin
    private OutputChoices output = new OutputChoices();

    AlignCommand(Session session) {
        super(session);
    }

    @Override
    int exitCode(JsonNode value) {
        return value.get("problems").isEmpty() ? ExitCodes.SUCCESS : ExitCodes.FAILED;
    }

    /** What is reported of all predictions. */
    private record Result(List<AlignmentReport> alignments, List<String> problems) {}

    @Override
    int work() throws IOException {
        if ((points == null) == (reference == null)) {
            throw new UsageException("Either --points or --reference is needed", "Give one of them");
        }
        AlignmentJob job = job();
        KnownPoints known = points == null ? null : KnownPoints.read(points);
        DepthMap truth =
                points != null ? null : PredictionFile.read(reference, Optional.ofNullable(referenceScale), false);
        List<PictureInput> inputs = inputs();
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        WorkMonitor monitor = new WorkMonitor(session());
        for (int i = 0; i < inputs.size(); i++) {
            monitor.checkpoint("Aligning", i, inputs.size());
            try {
                result.alignments.add(align(inputs.get(i), job, known, truth));
            } catch (UserException e) {
                if (inputs.size() == 1) {
                    throw e;
                }
                result.problems.add(inputs.get(i).file() + ": " + e.sentence());
            }
        }
        session().result(Json.tree(result), AlignmentText.of(result.alignments, result.problems));
        return ExitCodes.SUCCESS;
    }

    private AlignmentReport align(PictureInput input, AlignmentJob job, KnownPoints known, DepthMap truth)
            throws IOException {
        DepthMap relative = PredictionFile.read(input.file(), Optional.ofNullable(predictionScale), inverse);
        KnownPoints all = known != null ? known : KnownPoints.of(truth, relative.width(), relative.height());
        return job.run(input, relative, all, known != null);
    }

    private AlignmentJob job() {
        Set<OutputFormat> formats = OutputFormat.parse(format);
        if (formats.contains(OutputFormat.PLY)) {
            throw new UsageException(
                    "A point cloud needs the picture", "Use fathom predict for ply, or another format");
        }
        return new AlignmentJob(space(), freedom(), robust, formats, output.options(), out);
    }

    private PointFit.Space space() {
        String chosen = space != null ? space : inverse ? "inverse" : "depth";
        return switch (chosen) {
            case "depth" -> PointFit.Space.DEPTH;
            case "inverse" -> PointFit.Space.INVERSE;
            default ->
                throw new UsageException("There is no space \"" + chosen + "\" to fit in", "Use depth or inverse");
        };
    }

    private PointFit.Freedom freedom() {
        return switch (fit) {
            case "scale" -> PointFit.Freedom.SCALE;
            case "scale-shift" -> PointFit.Freedom.SCALE_SHIFT;
            default -> throw new UsageException("There is no fit \"" + fit + "\"", "Use scale or scale-shift");
        };
    }

    private List<PictureInput> inputs() {
        List<PictureInput> inputs = new ArrayList<>();
        for (Path path : predictions) {
            if (Files.isDirectory(path)) {
                PredictionFolder.files(path).forEach((stem, file) -> inputs.add(new PictureInput(file, stem)));
            } else {
                String name = path.getFileName().toString();
                int dot = name.lastIndexOf('.');
                inputs.add(new PictureInput(path, dot > 0 ? name.substring(0, dot) : name));
            }
        }
        if (inputs.isEmpty()) {
            throw new UserException("There is no prediction in " + predictions, "Name .npy, .pfm or 16-bit .png files");
        }
        return inputs;
    }
}

package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.Alignment;
import dev.fathom.core.DepthBands;
import dev.fathom.core.Pooling;
import dev.fathom.core.Protocol;
import dev.fathom.core.Protocols;
import dev.fathom.core.UsageException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.dataset.RunData;
import dev.fathom.graph.Cost;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.prediction.Evaluation;
import dev.fathom.prediction.ModelPredictions;
import dev.fathom.prediction.PredictionFolder;
import dev.fathom.prediction.Predictions;
import dev.fathom.prediction.Scoring;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.training.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom evaluate WHAT --data DIR}: metrics of predictions, as JSON and one CSV row an image. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores a run, a .tflite file or a folder of predictions; writes JSON and per-image CSV.")
final class EvaluateCommand extends HeavyCommand {
    @Parameters(
            paramLabel = "RUN|MODEL.tflite|PREDICTIONS",
            description = "A run folder, id or name; a TFLite file, from Fathom or not; or a folder of .npy, .pfm or"
                    + " 16-bit .png predictions with the names of the pictures.")
    private String reference;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Data folder.")
    private Path data;

    @Option(
            names = "--data-format",
            paramLabel = "NAME",
            description = "How the data lies there, default ${DEFAULT-VALUE}.")
    private String format = DataOptions.AUTO;

    @Option(
            names = "--depth-scale",
            paramLabel = "N",
            description = "Units of the data's depth per metre, default that of the run or of the data's format.")
    private Double depthScale;

    @Option(names = "--split", paramLabel = "NAME", description = "train, val, test or all, default ${DEFAULT-VALUE}.")
    private String split = "val";

    @Option(
            names = "--protocol",
            paramLabel = "NAME",
            description = "mai, nyu-eigen, kitti-eigen, kitti-garg, diode or plain; default ${DEFAULT-VALUE}.")
    private String protocol = "mai";

    @Option(
            names = "--align",
            paramLabel = "HOW",
            description = "none, median, scale-shift or inverse-scale-shift, for relative depth;"
                    + " default ${DEFAULT-VALUE}.")
    private String align = "none";

    @Option(names = "--pool", paramLabel = "HOW", description = "image or pixel, default ${DEFAULT-VALUE}.")
    private String pool = "image";

    @Option(
            names = "--bands",
            paramLabel = "METRES",
            description = "Where the depth bands start, for example 0,1,2,4,8; default the protocol's.")
    private String bands;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "Units of the prediction files per metre; default 1000 in whole numbers, 1 in others.")
    private Double scale;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets the report; default the run's eval folder, or fathom-eval/NAME here.")
    private Path out;

    @Mixin
    private ModelOptions model = new ModelOptions();

    EvaluateCommand(Session session) {
        super(session);
    }

    @Override
    Optional<Duration> patience() throws IOException {
        return model.patience(DepthTarget.find(reference, workspace));
    }

    @Override
    int work() throws IOException {
        DepthTarget target = DepthTarget.find(reference, workspace);
        if (scale != null && !(target instanceof DepthTarget.Folder)) {
            throw new UsageException(
                    "--scale is the unit of prediction files, and " + reference + " is none",
                    "Leave it out; the data's own unit is --depth-scale");
        }
        if (target instanceof DepthTarget.Run of) {
            return evaluate(of.run());
        }
        Evaluation evaluation = evaluation(dataset());
        Path path = target instanceof DepthTarget.Model m ? m.file() : ((DepthTarget.Folder) target).folder();
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        try (Predictions predictions = predictions(target, evaluation)) {
            EvaluationReport report = evaluation.run(
                    new Evaluation.Subject(name, path.toString()),
                    predictions,
                    out == null ? Path.of("fathom-eval", name) : out,
                    new WorkMonitor(session()));
            tell((ObjectNode) Json.tree(report), report, evaluation, out == null ? Path.of("fathom-eval", name) : out);
        }
        return ExitCodes.SUCCESS;
    }

    private Predictions predictions(DepthTarget target, Evaluation evaluation) {
        if (target instanceof DepthTarget.Model file) {
            return new ModelPredictions(DepthModels.load(file.file(), model));
        }
        model.requireNone(reference + " is a folder");
        Path folder = ((DepthTarget.Folder) target).folder();
        return new PredictionFolder(folder, evaluation.samples(), Optional.ofNullable(scale), model.inverse());
    }

    private int evaluate(RunFolder run) throws IOException {
        Evaluation evaluation = evaluation(
                depthScale == null ? RunData.open(data, format, run.readConfig().data()) : dataset());
        Path weights = run.path().relativize(Checkpoints.of(run).weights().toAbsolutePath());
        Evaluation.Subject subject =
                new Evaluation.Subject(run.id(), weights.toString().replace('\\', '/'));
        Path folder = out == null ? run.evaluation() : out;
        try (Predictions predictions = new ModelPredictions(DepthModels.load(run, model))) {
            EvaluationReport report = evaluation.run(subject, predictions, folder, new WorkMonitor(session()));
            ObjectNode value = (ObjectNode) Json.tree(report);
            Cost cost = Cost.of(TrainedNetwork.of(run).graph());
            value.put("parameters", cost.parameters());
            value.put("macs", cost.macs());
            tell(value, report, evaluation, folder);
        }
        return ExitCodes.SUCCESS;
    }

    private DepthDataset dataset() {
        DataOptions options = DataOptions.DEFAULT.withFormat(format);
        return DatasetFormats.open(data, depthScale == null ? options : options.withScale(depthScale));
    }

    private Evaluation evaluation(DepthDataset dataset) {
        Protocol rules = Protocols.named(protocol, Alignment.named(align));
        DepthBands ranges = bands == null ? rules.bands() : DepthBands.parse(bands);
        return new Evaluation(dataset, split, new Scoring(rules, ranges), Pooling.named(pool));
    }

    private void tell(ObjectNode value, EvaluationReport report, Evaluation evaluation, Path folder) {
        Path file = folder.resolve(evaluation.stem() + ".json");
        value.put("file", file.toString());
        session().result(value, EvaluationText.of(report) + System.lineSeparator() + "The whole report: " + file);
    }
}

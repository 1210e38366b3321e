package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.data.DepthFolder;
import dev.fathom.data.Sample;
import dev.fathom.engine.Predictor;
import dev.fathom.engine.Weights;
import dev.fathom.export.ExportedModel;
import dev.fathom.export.Exporter;
import dev.fathom.export.ParityCheck;
import dev.fathom.graph.Graph;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.network.Architectures;
import dev.fathom.network.ImageSize;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.ParityReport;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom export RUN}: a float32 TFLite file of a run's best weights, checked against the engine. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Exports a run's best weights to TFLite and checks the file on the validation images.")
final class ExportCommand extends HeavyCommand {
    @Parameters(paramLabel = "RUN", description = "A run folder, or an id or name that \"fathom runs\" lists.")
    private String reference;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    @Option(names = "--data", paramLabel = "DIR", description = "Where the images of the check are, default the run's data.")
    private Path data;

    ExportCommand(Session session) {
        super(session);
    }

    @Override
    int work() throws IOException {
        RunFolder run = new Workspace(workspace).find(reference);
        RunConfig config = run.readConfig();
        Graph graph = Architectures.named(config.model().architecture())
                .build(new ImageSize(config.model().imageHeight(), config.model().imageWidth()));
        Weights weights = Weights.read(Checkpoints.of(run).weights());
        List<Sample> images = DepthFolder.open(
                        data == null ? Path.of(config.data().folder()) : data,
                        config.data().depthScale())
                .val();
        ExportedModel exported = Exporter.export(graph, weights, ExportFiles.f32(run));
        ExportReport report = exported.report(parity(exported, graph, weights, images, config));
        Json.writeFile(ExportFiles.f32Report(run), report);
        if (!report.parity().passed()) {
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "The exported file differs from the network by %.2g of the output range on %s, more than %.0g",
                            report.parity().maxShare(),
                            report.parity().worst(),
                            report.parity().limit()),
                    "Do not deploy it; the details are in " + ExportFiles.f32Report(run));
        }
        session().result(Json.tree(report), text(report, exported.file()));
        return ExitCodes.SUCCESS;
    }

    private ParityReport parity(
            ExportedModel exported, Graph graph, Weights weights, List<Sample> images, RunConfig config) {
        try (Predictor predictor = Predictor.load(graph, weights)) {
            return ParityCheck.run(
                    exported.model(),
                    image -> predictor.predict(List.of(image)).get(0).metres(),
                    images,
                    config.data().depthScale(),
                    new WorkMonitor(session()));
        }
    }

    private static String text(ExportReport r, Path file) {
        return String.format(
                Locale.ROOT,
                "%s: %,d bytes, %d XNNPACK partition%s, %d operations outside; on %d images the largest difference is"
                        + " %.1g of the output range, si-RMSE %.4f before and %.4f after",
                file,
                r.bytes(),
                r.xnnpackPartitions(),
                r.xnnpackPartitions() == 1 ? "" : "s",
                r.notDelegated().size(),
                r.parity().pictures().size(),
                r.parity().maxShare(),
                r.parity().engineMetrics().siRmse(),
                r.parity().fileMetrics().siRmse());
    }
}

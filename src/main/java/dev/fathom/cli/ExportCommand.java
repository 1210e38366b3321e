package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.data.DepthFolder;
import dev.fathom.data.Sample;
import dev.fathom.engine.Torch;
import dev.fathom.export.ExportJob;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.training.TrainedNetwork;
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

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the images of the check are, default the run's data.")
    private Path data;

    ExportCommand(Session session) {
        super(session);
    }

    @Override
    int work() throws IOException {
        RunFolder run = new Workspace(workspace).find(reference);
        RunConfig config = run.readConfig();
        TrainedNetwork network = TrainedNetwork.of(run);
        List<Sample> images = DepthFolder.open(
                        data == null ? Path.of(config.data().folder()) : data,
                        config.data().depthScale())
                .val();
        Torch.start(Runtime.getRuntime().availableProcessors());
        ExportJob job = new ExportJob(
                network.graph(), network.weights(), images, config.data().depthScale(), run.export());
        ExportReport report = job.run(new WorkMonitor(session()));
        if (!report.parity().passed()) {
            throw new UserException(
                    String.format(
                            Locale.ROOT,
                            "The exported file differs from the network by %.2g of the output range on %s, more than %.0g",
                            report.parity().maxShare(),
                            report.parity().worst(),
                            report.parity().limit()),
                    "Do not deploy it; the details are in " + job.report());
        }
        session().result(Json.tree(report), text(report, job.file()));
        return ExitCodes.SUCCESS;
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

package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.dataset.RunData;
import dev.fathom.engine.Torch;
import dev.fathom.export.ExportJob;
import dev.fathom.export.ExportNames;
import dev.fathom.export.PictureSize;
import dev.fathom.graph.Graph;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.ParityReport;
import dev.fathom.run.RunConfig;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.training.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom export RUN}: TFLite files of a run's best weights, checked against the engine. */
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

    @Option(
            names = "--data-format",
            paramLabel = "NAME",
            description = "How the data lies there, default ${DEFAULT-VALUE}.")
    private String format = DataOptions.AUTO;

    @Mixin
    private ExportChoices choices = new ExportChoices();

    ExportCommand(Session session) {
        super(session);
    }

    /** Wrong values are told before anything is looked for or started. */
    @Override
    List<String> workerArguments() {
        choices.check();
        return session().arguments();
    }

    @Override
    int work() throws IOException {
        RunFolder run = new Workspace(workspace).find(reference);
        RunConfig config = run.readConfig();
        TrainedNetwork network = TrainedNetwork.of(run);
        List<ExportFormat> formats = choices.formats();
        Graph graph = PictureSize.graph(config.model(), choices.size(config.model()));
        Path folder = data == null ? Path.of(config.data().folder()) : data;
        DepthDataset images = RunData.open(folder, format, config.data());
        ExportJob.Pictures pictures =
                new ExportJob.Pictures(images.val(), images.train()).calibratingOn(choices.calibration());
        Torch.start(Runtime.getRuntime().availableProcessors());
        ExportNames names = choices.names(run.export(), config.model());
        ExportJob job = new ExportJob(names, graph, network.weights(), pictures);
        List<ExportReport> reports = job.run(formats, new WorkMonitor(session()));
        for (ExportReport report : reports) {
            requireParity(report, names);
        }
        session()
                .result(
                        reports.size() == 1 ? Json.tree(reports.get(0)) : Json.tree(reports),
                        reports.stream()
                                        .map(r -> text(r, names.file(r.format())))
                                        .collect(Collectors.joining("\n")) + "\nThe whole report: " + names.page());
        return ExitCodes.SUCCESS;
    }

    private static void requireParity(ExportReport report, ExportNames names) {
        ParityReport parity = report.parity();
        if (parity != null && !parity.passed()) {
            throw new UserException(
                    failure(parity),
                    "Do not deploy " + names.file(report.format()) + "; the details are in "
                            + names.report(report.format()));
        }
    }

    private static String failure(ParityReport parity) {
        if (parity.limit() == null) {
            return "The exported file gives what is no number on " + parity.worst() + ", where the network does not";
        }
        return String.format(
                Locale.ROOT,
                "The exported file differs from the network by %.2g of the output range on %s, more than %.0e",
                parity.maxShare(),
                parity.worst(),
                parity.limit());
    }

    private static String text(ExportReport r, Path file) {
        return String.format(
                Locale.ROOT,
                "%s: %,d bytes, %d XNNPACK partition%s, %s; %s; %.2f ms here on one thread (%s)",
                file,
                r.bytes(),
                r.xnnpackPartitions(),
                r.xnnpackPartitions() == 1 ? "" : "s",
                outside(r),
                parity(r.parity()),
                r.latency().statistics().p50(),
                r.latency().details().verdict().text());
    }

    private static String outside(ExportReport r) {
        String names = r.notDelegated().stream()
                .map(ExportReport.NotDelegated::operator)
                .distinct()
                .collect(Collectors.joining(", ", " (", ")"));
        return r.notDelegated().size() + " operations outside"
                + (r.notDelegated().isEmpty() ? "" : names);
    }

    private static String parity(ParityReport p) {
        if (p == null) {
            return "not checked, for want of pictures";
        }
        String differences = String.format(
                Locale.ROOT,
                "on %d images the largest difference is %.1g of the output range and the mean one %.1g",
                p.pictures().size(),
                p.maxShare(),
                p.meanShare());
        if (p.engineMetrics() == null) {
            return differences;
        }
        return String.format(
                Locale.ROOT,
                "%s, si-RMSE %.4f before and %.4f after",
                differences,
                p.engineMetrics().siRmse(),
                p.fileMetrics().siRmse());
    }
}

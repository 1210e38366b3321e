package dev.fathom.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.Alignment;
import dev.fathom.core.Bootstrap;
import dev.fathom.core.DepthMetrics;
import dev.fathom.core.Pooling;
import dev.fathom.core.Protocols;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.graph.Cost;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import dev.fathom.training.Evaluation;
import dev.fathom.training.RunData;
import dev.fathom.training.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom evaluate RUN --data DIR}: metrics of a run's best weights, as JSON and one CSV row an image. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores a run's best weights; writes JSON and per-image CSV into the run's eval folder.")
final class EvaluateCommand extends HeavyCommand {
    @Parameters(paramLabel = "RUN", description = "A run folder, or an id or name that \"fathom runs\" lists.")
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

    EvaluateCommand(Session session) {
        super(session);
    }

    @Override
    int work() throws IOException {
        RunFolder run = new Workspace(workspace).find(reference);
        DepthDataset folder = RunData.open(data, format, run.readConfig().data());
        WorkMonitor monitor = new WorkMonitor(session());
        Optional<EvaluationReport> report = Evaluation.run(
                run,
                folder,
                split,
                Protocols.named(protocol, Alignment.named(align)),
                Pooling.named(pool),
                session()::isCancelled,
                (done, of) -> monitor.progress("Evaluating " + split, done, of));
        if (report.isEmpty()) {
            return ExitCodes.CANCELLED;
        }
        ObjectNode value = (ObjectNode) Json.tree(report.get());
        Cost cost = Cost.of(TrainedNetwork.of(run).graph());
        value.put("parameters", cost.parameters());
        value.put("macs", cost.macs());
        session().result(value, text(report.get()));
        return ExitCodes.SUCCESS;
    }

    private static String text(EvaluationReport r) {
        DepthMetrics m = r.metrics();
        Bootstrap.Interval i = r.intervals().get("si_rmse");
        return String.format(
                Locale.ROOT,
                "%s on %s/%s under %s: si-RMSE %.4f (%.4f to %.4f), RMSE %.3f m, REL %.4f, log10 %.4f, d1 %.3f, d2 %.3f,"
                        + " d3 %.3f over %d images%s",
                r.run(),
                r.dataset(),
                r.split(),
                r.protocol(),
                m.siRmse(),
                i.low(),
                i.high(),
                m.rmse(),
                m.absRel(),
                m.log10(),
                m.d1(),
                m.d2(),
                m.d3(),
                r.pictures(),
                r.leftOut() == 0 && r.problems().isEmpty() ? "" : ", " + r.leftOut() + " left out: " + r.problems());
    }
}

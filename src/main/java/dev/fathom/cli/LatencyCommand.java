package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.MaiScore;
import dev.fathom.core.UsageException;
import dev.fathom.core.UserException;
import dev.fathom.device.bench.BenchmarkOptions;
import dev.fathom.device.bench.DesktopOutputs;
import dev.fathom.device.bench.DeviceLook;
import dev.fathom.device.bench.LatencyJob;
import dev.fathom.device.bench.LatencyResult;
import dev.fathom.device.bench.LatencyScore;
import dev.fathom.device.bench.MeasuredModel;
import dev.fathom.device.bench.SiRmse;
import dev.fathom.device.bench.ThreadCounts;
import dev.fathom.device.bench.WorkerOutputs;
import dev.fathom.export.LocalLatency;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.Json;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code fathom latency MODEL... --host PI}: how long exported models take on a device, or here. Passwords are asked for
 * in front of the user; only what loads a native library is left to a worker.
 */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        description = "Measures the latency of .tflite models on a Raspberry Pi over SSH, or on this machine.")
final class LatencyCommand extends HeavyCommand {
    @Parameters(
            paramLabel = "MODEL",
            arity = "0..*",
            description = "A .tflite file, or an exported run (folder, id or name). Several are measured in turns.")
    private List<String> references = List.of();

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    @ArgGroup(multiplicity = "1")
    private MeasuredPlace place;

    @Option(
            names = "--accept-new-host",
            description = "Take a host that was not seen before for the right one, and remember its key.")
    private boolean acceptNewHost;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "Which of a run's exported files: f32, f16, dynamic, int8; default all that were exported.")
    private List<ExportFormat> formats = new ArrayList<>();

    @Mixin
    private MeasuringChoices choices = new MeasuringChoices();

    @Option(names = "--probe", description = "Look at the device, say what to put right, and measure nothing.")
    private boolean probeOnly;

    @Option(names = "--score", description = "Show evaluated runs among the published scores of the challenge.")
    private boolean scored;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "Score and table: mai2021, mai2022 or litedepth-table3; default ${DEFAULT-VALUE}.")
    private String preset = MaiScore.MAI2022.text();

    LatencyCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws Exception {
        if (references.isEmpty() && !probeOnly) {
            throw new UsageException("There is no model to measure", "Name one, or look at the device with --probe");
        }
        MaiScore scoring = MaiScore.named(preset);
        BenchmarkOptions options = choices.options();
        List<MeasuredModel> models = models();
        if (scored) {
            for (MeasuredModel model : models) {
                SiRmse.of(model);
            }
        }
        if (place.isLocal() && !isLinux()) {
            return super.call();
        }
        try (LatencyJob job = LatencyJob.connect(place.of(session(), acceptNewHost), outputs(), monitor())) {
            if (probeOnly) {
                return show(job.look());
            }
            if (place.isLocal() && !job.look().canMeasure()) {
                return super.call();
            }
            return finish(job.measure(models, options, monitor()), scoring);
        }
    }

    private WorkMonitor monitor() {
        return new WorkMonitor(session());
    }

    private DesktopOutputs outputs() {
        return new WorkerOutputs((words, monitor) -> {
            WorkerResult result = HeavyCommand.runWorker(session(), words);
            if (result.isCancelled()) {
                throw new CancellationException("comparing");
            }
            result.orThrow();
        });
    }

    private List<MeasuredModel> models() throws IOException {
        Workspace runFolders = new Workspace(workspace);
        List<MeasuredModel> models = new ArrayList<>();
        for (String reference : references) {
            models.addAll(MeasuredModel.find(reference, runFolders, formats));
        }
        return models;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    private int show(DeviceLook look) {
        session().result(Json.tree(look), ProbeText.of(look.probe(), look.checks()));
        return ExitCodes.SUCCESS;
    }

    /** Where there is no Python: the runtime inside Fathom, in a worker, one model after the other. */
    @Override
    int work() throws IOException {
        BenchmarkOptions options = choices.options();
        if (options.seconds() != null || options.pause() > 0 || options.fp16() || options.profile()) {
            throw new UserException(
                    "Without Python 3.7 this machine cannot be measured with --seconds, --pause, --fp16 or --profile",
                    "Install Python 3, or leave these options out");
        }
        ThreadCounts threads =
                ThreadCounts.of(options.threads(), Runtime.getRuntime().availableProcessors());
        threads.notes().forEach(note -> session().err().println("fathom: " + note + "."));
        List<MeasuredModel> models = models();
        List<LatencyResult> results = new ArrayList<>();
        for (int count : threads.counts()) {
            for (MeasuredModel model : models) {
                LocalLatency.Settings settings = new LocalLatency.Settings(count, options.warmUp(), options.runs());
                results.add(LatencyJob.keep(model, LocalLatency.measure(model.file(), settings, monitor())));
            }
        }
        return finish(results, MaiScore.named(preset));
    }

    /** Shows what was measured and kept. */
    private int finish(List<LatencyResult> results, MaiScore scoring) throws IOException {
        List<LatencyReport> reports =
                results.stream().map(LatencyResult::report).toList();
        String text = LatencyText.of(reports);
        JsonNode value = reports.size() == 1 ? Json.tree(reports.get(0)) : Json.tree(reports);
        if (scored) {
            List<LatencyScore> scores = new ArrayList<>();
            for (LatencyResult result : results) {
                if (result.report().outputAccepted()) {
                    scores.add(LatencyScore.of(result, scoring));
                }
            }
            text += System.lineSeparator() + ScoreText.of(scores, scoring);
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.set("reports", Json.tree(reports));
            both.set("scores", Json.tree(scores));
            value = both;
        }
        session().result(value, text);
        if (session().isCancelled()) {
            return ExitCodes.CANCELLED;
        }
        boolean wrong = reports.stream().anyMatch(report -> !report.outputAccepted());
        return wrong ? ExitCodes.FAILED : ExitCodes.SUCCESS;
    }
}

package dev.fathom.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.MaiScore;
import dev.fathom.core.UserException;
import dev.fathom.device.Machine;
import dev.fathom.device.bench.BenchmarkRequest;
import dev.fathom.device.bench.Measurement;
import dev.fathom.device.bench.RemoteBenchmark;
import dev.fathom.device.payload.TfliteLibrary;
import dev.fathom.device.probe.DeviceCheck;
import dev.fathom.device.probe.DeviceChecks;
import dev.fathom.device.probe.Probing;
import dev.fathom.device.probe.Requirements;
import dev.fathom.export.LocalLatency;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.Json;
import dev.fathom.run.LatencyHistory;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
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
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads of the runtime, default ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private List<Integer> threads;

    @Option(names = "--warm-up", paramLabel = "N", description = "Most runs before counting, default ${DEFAULT-VALUE}.")
    private int warmUp = 50;

    @Option(names = "--runs", paramLabel = "N", description = "Counted runs, default ${DEFAULT-VALUE}.")
    private int runs = 100;

    @Option(names = "--seconds", paramLabel = "T", description = "Counted time of each model instead of --runs.")
    private double seconds;

    @Option(names = "--fp16", description = "Compute in half precision; a Raspberry Pi 5 can, a 4 cannot.")
    private boolean fp16;

    @Option(names = "--profile", description = "Time every operation, too.")
    private boolean profile;

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
            throw new UserException("There is no model to measure", "Name one, or look at the device with --probe");
        }
        MaiScore.named(preset);
        if (probeOnly) {
            try (Machine machine = place.connect(session(), acceptNewHost)) {
                return probe(machine);
            }
        }
        List<MeasuredModel> models = models();
        if (scored) {
            for (MeasuredModel model : models) {
                ScoreText.siRmse(model.run(), model.file().getFileName().toString());
            }
        }
        BenchmarkRequest request = new BenchmarkRequest(
                models.stream().map(MeasuredModel::file).toList(), threads, warmUp, runs, seconds, fp16, profile);
        if (place.isLocal() && !isLinux()) {
            return super.call();
        }
        try (Machine machine = place.connect(session(), acceptNewHost)) {
            if (place.isLocal() && !canRun(Probing.look(machine))) {
                return super.call();
            }
            List<Measurement> measured = RemoteBenchmark.run(machine, request, new WorkMonitor(session()));
            return finish(models, new DesktopCheck(session()).compare(measured));
        }
    }

    private List<MeasuredModel> models() throws IOException {
        Workspace runFolders = new Workspace(workspace);
        List<MeasuredModel> models = new ArrayList<>();
        for (String reference : references) {
            models.add(MeasuredModel.find(reference, runFolders));
        }
        return models;
    }

    private static boolean isLinux() {
        return System.getProperty("os.name").equals("Linux");
    }

    private int probe(Machine machine) throws IOException {
        DeviceProbe probe = Probing.look(machine);
        List<DeviceCheck> checks = DeviceChecks.of(probe);
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("device", machine.name());
        value.set("probe", Json.tree(probe));
        value.set("checks", Json.tree(checks));
        session().result(value, ProbeText.of(probe, checks));
        return ExitCodes.SUCCESS;
    }

    /** Whether this machine can be measured as a device is; others have the runtime inside Fathom. */
    private static boolean canRun(DeviceProbe probe) throws IOException {
        return Requirements.python(probe)
                && Requirements.withoutLibrary(probe).isEmpty()
                && TfliteLibrary.of(probe.architecture()).isPresent();
    }

    /** Where there is no Python: the runtime inside Fathom, in a worker, one model after the other. */
    @Override
    int work() throws IOException {
        if (seconds > 0 || fp16 || profile) {
            throw new UserException(
                    "Without Python 3.7 this machine cannot be measured with --seconds, --fp16 or --profile",
                    "Install Python 3, or leave these options out");
        }
        List<MeasuredModel> models = models();
        List<LatencyReport> reports = new ArrayList<>();
        for (int count : threads) {
            for (MeasuredModel model : models) {
                LocalLatency.Settings settings = new LocalLatency.Settings(count, warmUp, runs);
                reports.add(LocalLatency.measure(model.file(), settings, new WorkMonitor(session())));
            }
        }
        return finish(models, reports);
    }

    /** Keeps and shows reports; they come in the order of the numbers of threads, within each in that of the models. */
    private int finish(List<MeasuredModel> models, List<LatencyReport> reports) throws IOException {
        String text = LatencyText.of(reports);
        List<ScoreText.Row> scores = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            Optional<RunFolder> run = models.get(i % models.size()).run();
            if (run.isPresent()) {
                new LatencyHistory(run.get()).add(reports.get(i));
            }
            if (scored && reports.get(i).outputAccepted()) {
                scores.add(ScoreText.row(run, reports.get(i), MaiScore.named(preset)));
            }
        }
        JsonNode value = reports.size() == 1 ? Json.tree(reports.get(0)) : Json.tree(reports);
        if (scored) {
            text += System.lineSeparator() + ScoreText.of(scores, MaiScore.named(preset));
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            both.set("reports", Json.tree(reports));
            both.set("scores", Json.tree(scores));
            value = both;
        }
        session().result(value, text);
        boolean wrong = reports.stream().anyMatch(report -> !report.outputAccepted());
        return wrong ? ExitCodes.FAILED : ExitCodes.SUCCESS;
    }
}

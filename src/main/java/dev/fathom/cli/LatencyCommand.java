package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.export.LocalLatency;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.Json;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import dev.fathom.run.RunFolder;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fathom latency MODEL --local}: how long an exported model takes on this machine. */
@Command(name = "latency", mixinStandardHelpOptions = true, description = "Measures the latency of a .tflite model.")
final class LatencyCommand extends HeavyCommand {
    @Parameters(paramLabel = "MODEL", description = "A .tflite file, or an exported run (folder, id or name).")
    private String model;

    @Option(names = "--workspace", paramLabel = "DIR", description = "Default: $FATHOM_WORKSPACE or ~/fathom.")
    private Path workspace = Workspace.standard().root();

    @Option(names = "--local", required = true, description = "Measure on this machine.")
    private boolean local;

    @Option(names = "--threads", paramLabel = "N", description = "Threads of the runtime, default ${DEFAULT-VALUE}.")
    private int threads = LocalLatency.Settings.DEFAULT.threads();

    @Option(names = "--warm-up", paramLabel = "N", description = "Most runs before counting, default ${DEFAULT-VALUE}.")
    private int warmUp = LocalLatency.Settings.DEFAULT.warmUp();

    @Option(names = "--runs", paramLabel = "N", description = "Counted runs, default ${DEFAULT-VALUE}.")
    private int runs = LocalLatency.Settings.DEFAULT.runs();

    LatencyCommand(Session session) {
        super(session);
    }

    @Override
    int work() throws IOException {
        boolean isFile = model.endsWith(".tflite") || Files.isRegularFile(Path.of(model));
        Optional<RunFolder> run = isFile ? Optional.empty() : Optional.of(new Workspace(workspace).find(model));
        Path file = run.isPresent() ? exported(run.get()) : Path.of(model);
        if (!Files.isRegularFile(file)) {
            throw new UserException(
                    "There is no model " + file,
                    run.isPresent() ? "Export the run first: fathom export " + model : "Check the path");
        }
        LatencyReport report = LocalLatency.measure(
                file, new LocalLatency.Settings(threads, warmUp, runs), new WorkMonitor(session()));
        if (run.isPresent()) {
            String name = String.format(Locale.ROOT, "local-%d-threads.json", threads);
            Json.writeFile(run.get().latency().resolve(name), report);
        }
        session().result(Json.tree(report), text(report));
        return ExitCodes.SUCCESS;
    }

    private static Path exported(RunFolder run) {
        return run.export().resolve(run.readConfig().model().architecture() + "_f32.tflite");
    }

    private static String text(LatencyReport r) {
        LatencyStatistics s = r.statistics();
        return String.format(
                Locale.ROOT,
                "%s on this machine, %d thread%s: min %.2f, mean %.2f, p50 %.2f, p90 %.2f, p99 %.2f ms over %d runs"
                        + " after %d warm-up runs%s; %s; %s",
                r.model(),
                r.threads(),
                r.threads() == 1 ? "" : "s",
                s.min(),
                s.mean(),
                s.p50(),
                s.p90(),
                s.p99(),
                s.runs(),
                r.warmUpRuns(),
                r.steady() ? "" : " (never steady)",
                r.runtime(),
                r.machine());
    }
}

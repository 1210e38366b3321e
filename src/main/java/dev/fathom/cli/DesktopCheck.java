package dev.fathom.cli;

import dev.fathom.core.UserException;
import dev.fathom.device.bench.Measurement;
import dev.fathom.device.bench.OutputComparison;
import dev.fathom.jobs.WorkerResult;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.OutputCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** Compares what a device computed with what this machine does for the same files; a worker runs them here. */
final class DesktopCheck {
    private final Session session;

    DesktopCheck(Session session) {
        this.session = session;
    }

    /** The measurements' reports, with the comparison where there is an output to compare. */
    List<LatencyReport> compare(List<Measurement> measurements) throws IOException {
        List<Path> models = measurements.stream()
                .filter(m -> m.output() != null)
                .map(Measurement::model)
                .distinct()
                .toList();
        if (models.isEmpty()) {
            return measurements.stream().map(Measurement::report).toList();
        }
        Path folder = Files.createTempDirectory("fathom-outputs");
        try {
            run(models, folder);
            List<LatencyReport> reports = new ArrayList<>();
            for (Measurement m : measurements) {
                reports.add(m.output() == null ? m.report() : compared(m, folder, models.indexOf(m.model())));
            }
            return reports;
        } finally {
            remove(folder);
        }
    }

    private void run(List<Path> models, Path folder) {
        List<String> arguments = new ArrayList<>(List.of("expected-output", "--out", folder.toString(), "--"));
        models.forEach(model -> arguments.add(model.toAbsolutePath().toString()));
        WorkerResult result = HeavyCommand.runWorker(session, arguments);
        if (result.isCancelled()) {
            throw new CancellationException("comparing");
        }
        if (result instanceof WorkerResult.Failed failed) {
            throw new UserException(
                    "The device has measured, but this machine cannot run the model to compare: " + failed.what(),
                    failed.remedy());
        }
    }

    private static LatencyReport compared(Measurement m, Path folder, int index) throws IOException {
        Path exact = folder.resolve(index + ".exact");
        boolean isExact = Files.exists(exact);
        byte[] desktop = Files.readAllBytes(isExact ? exact : folder.resolve(index + ".rough"));
        LatencyDetails details = m.report().details();
        double limit = isExact && !details.fp16() ? OutputComparison.FLOAT_LIMIT : OutputComparison.ROUGH_LIMIT;
        OutputCheck check = details.output();
        OutputCheck.Difference difference = OutputComparison.of(check.type(), m.output(), desktop, limit);
        return m.report().withDetails(details.withOutput(check.compared(difference)));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dev.fathom.device.bench;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.OutputCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what a device computed with what this machine does for the same files. A measurement is whole without it: if
 * this machine cannot compare, or is told not to, the reports say so instead.
 */
final class DesktopComparison {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopComparison.class);
    private static final String NOT_COMPARED = "The output was not compared with the desktop's: ";

    private final DesktopOutputs desktop;

    DesktopComparison(DesktopOutputs desktop) {
        this.desktop = desktop;
    }

    /** The measurements' reports, with the comparison where there is an output to compare. */
    List<LatencyReport> compare(List<Measurement> measurements, Monitor monitor) {
        List<Path> models = measurements.stream()
                .filter(m -> m.output() != null)
                .map(Measurement::model)
                .distinct()
                .toList();
        if (models.isEmpty()) {
            return measurements.stream().map(Measurement::report).toList();
        }
        try {
            return compared(measurements, models, desktop.of(models, monitor));
        } catch (CancellationException e) {
            return uncompared(measurements, "it was stopped");
        } catch (UserException e) {
            return uncompared(measurements, e.what());
        } catch (IOException e) {
            LOG.warn("The comparison with the desktop failed", e);
            return uncompared(measurements, "it failed here: " + e.getMessage());
        }
    }

    private static List<LatencyReport> compared(
            List<Measurement> measurements, List<Path> models, List<DesktopOutputs.Output> outputs) {
        List<LatencyReport> reports = new ArrayList<>();
        for (Measurement m : measurements) {
            reports.add(m.output() == null ? m.report() : compared(m, outputs.get(models.indexOf(m.model()))));
        }
        return reports;
    }

    private static LatencyReport compared(Measurement m, DesktopOutputs.Output output) {
        LatencyDetails details = m.report().details();
        Agreement agreement = details.fp16() ? output.agreement().inHalfPrecision() : output.agreement();
        OutputCheck check = details.output();
        OutputCheck.Difference difference =
                OutputComparison.of(check.type(), m.output(), output.content(), agreement.limit());
        return m.report().withDetails(details.withOutput(check.compared(difference)));
    }

    private static List<LatencyReport> uncompared(List<Measurement> measurements, String reason) {
        return measurements.stream()
                .map(m -> m.output() == null
                        ? m.report()
                        : m.report().withDetails(m.report().details().withNote(NOT_COMPARED + reason)))
                .toList();
    }
}

package dev.fathom.export;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.data.Sample;
import dev.fathom.engine.Predictor;
import dev.fathom.engine.Weights;
import dev.fathom.export.report.ReportPicture;
import dev.fathom.graph.Graph;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportReport;
import dev.fathom.run.LatencyReport;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole export of one network: the files, the check of each against the engine, the reports.
 *
 * @param names of the files
 * @param graph what to export
 * @param weights its trained values
 * @param pictures for checking and calibration
 */
public record ExportJob(ExportNames names, Graph graph, Weights weights, Pictures pictures) {
    private static final String STAGE = "Exporting";

    /** Enough for a report; {@code fathom latency} measures longer. */
    private static final LocalLatency.Settings LATENCY = new LocalLatency.Settings(1, 20, 30);

    /**
     * Pictures of a data set.
     *
     * @param check on which files and engine are compared; none skips the check
     * @param calibration that give the scales of whole numbers
     */
    public record Pictures(List<Sample> check, List<Sample> calibration) {
        public Pictures {
            check = List.copyOf(check);
            calibration = List.copyOf(calibration);
        }

        /** The same with as many pictures for calibration, evenly spread. */
        public Pictures calibratingOn(int wanted) {
            return new Pictures(check, CalibrationPictures.spread(calibration, wanted));
        }
    }

    /**
     * Exports and checks in memory, then writes all files. A check that fails is said in the report and keeps the files. The calling
     * thread has called {@link dev.fathom.engine.Torch#start} if there are pictures to check.
     *
     * @return a report for each format, in order
     * @throws UserException if the network cannot be exported or a file cannot be read or written
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public List<ExportReport> run(List<ExportFormat> formats, Monitor monitor) {
        formats.forEach(format -> requirePossible(format, names.options()));
        Exporter exporter = new Exporter(graph, weights, names.options());
        CalibrationPictures calibration = new CalibrationPictures(pictures.calibration(), monitor);
        List<ExportedModel> exported = new ArrayList<>();
        for (ExportFormat format : formats) {
            monitor.checkpoint(STAGE, exported.size(), formats.size());
            exported.add(exporter.export(format, calibration, names.file(format)));
        }
        monitor.checkpoint(STAGE, formats.size(), formats.size());
        List<ParityResult> parity = parity(exporter.graph(), exported, monitor);
        List<ExportReport> reports = new ArrayList<>();
        List<ReportPicture> shown = new ArrayList<>();
        for (int i = 0; i < exported.size(); i++) {
            ExportedModel model = exported.get(i);
            LatencyReport latency = LocalLatency.measure(model.model(), LATENCY, monitor);
            boolean calibrated = model.format() == ExportFormat.INT8;
            ExportReport report = model.report(
                    calibrated ? calibration.report() : null,
                    parity.isEmpty() ? null : parity.get(i).report(),
                    latency);
            reports.add(report);
            if (!parity.isEmpty()) {
                shown.add(parity.get(i).worst().shown(model.format()));
            }
        }
        new ExportFiles(names).write(exported, reports, shown);
        return reports;
    }

    /** @throws dev.fathom.core.UsageException if a format cannot have such options */
    public static void requirePossible(ExportFormat format, ExportOptions options) {
        OutputNumbers.requirePossible(format, options);
    }

    private List<ParityResult> parity(Graph output, List<ExportedModel> exported, Monitor monitor) {
        if (pictures.check().isEmpty()) {
            return List.of();
        }
        try (Predictor predictor = Predictor.load(output, weights)) {
            return ParityCheck.run(
                    exported.stream().map(ParitySubject::of).toList(),
                    DepthEngine.of(predictor),
                    pictures.check(),
                    monitor);
        }
    }
}

package dev.fathom.export;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.data.Sample;
import dev.fathom.engine.Predictor;
import dev.fathom.engine.Weights;
import dev.fathom.export.report.ReportPage;
import dev.fathom.export.report.ReportPicture;
import dev.fathom.graph.Graph;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportOptions;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.LatencyReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole export of one network: the files, the check of each against the engine, the reports.
 *
 * @param name of the network, with which the files' names begin
 * @param graph what to export
 * @param weights its trained values
 * @param options what the files take and give
 * @param pictures for checking and calibration
 * @param folder where {@code NAME_FORMAT.tflite} and {@code NAME_FORMAT.json} go
 */
public record ExportJob(
        String name, Graph graph, Weights weights, ExportOptions options, Pictures pictures, Path folder) {
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

    /** The TFLite file of a format. */
    public Path file(ExportFormat format) {
        return folder.resolve(name + "_" + format.text() + ".tflite");
    }

    /** The report of a format. */
    public Path report(ExportFormat format) {
        return folder.resolve(name + "_" + format.text() + ".json");
    }

    /** All reports of the last export as a page for people, with the picture of each file that differs most. */
    public Path page() {
        return folder.resolve(name + ".html");
    }

    /**
     * Exports, checks and writes all files. A check that fails is said in the report and keeps the files. The calling
     * thread has called {@link dev.fathom.engine.Torch#start} if there are pictures to check.
     *
     * @return a report for each format, in order
     * @throws UserException if the network cannot be exported or a file cannot be read or written
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public List<ExportReport> run(List<ExportFormat> formats, Monitor monitor) {
        Exporter exporter = new Exporter(graph, weights, options);
        CalibrationPictures calibration = new CalibrationPictures(pictures.calibration(), monitor);
        List<ExportedModel> exported = new ArrayList<>();
        for (ExportFormat format : formats) {
            monitor.checkpoint(STAGE, exported.size(), formats.size());
            exported.add(exporter.export(format, calibration, file(format)));
        }
        monitor.checkpoint(STAGE, formats.size(), formats.size());
        List<ParityResult> parity = parity(exporter.graph(), exported, monitor);
        List<ExportReport> reports = new ArrayList<>();
        List<ReportPicture> pictures = new ArrayList<>();
        for (int i = 0; i < exported.size(); i++) {
            ExportedModel model = exported.get(i);
            LatencyReport latency = LocalLatency.measure(model.file(), LATENCY, monitor);
            boolean calibrated = model.format() == ExportFormat.INT8;
            ExportReport report = model.report(
                    calibrated ? calibration.report() : null,
                    parity.isEmpty() ? null : parity.get(i).report(),
                    latency);
            write(report(model.format()), report);
            reports.add(report);
            if (!parity.isEmpty()) {
                pictures.add(parity.get(i).worst().shown(model.format()));
            }
        }
        writePage(reports, pictures);
        return reports;
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

    private static void write(Path file, ExportReport report) {
        try {
            Json.writeFile(file, report);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void writePage(List<ExportReport> reports, List<ReportPicture> pictures) {
        try {
            ReportPage.write(page(), reports, pictures);
        } catch (IOException e) {
            throw unwritable(page(), e);
        }
    }

    private static UserException unwritable(Path file, IOException e) {
        return new UserException(
                "Cannot write " + file + ": " + e.getMessage(),
                "Check that the disk has space and that you may write there",
                e);
    }
}

package dev.fathom.device.bench;

import dev.fathom.core.UserException;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.ParityReport;
import dev.fathom.run.Provenance;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The error that a score rests on.
 *
 * @param value si-RMSE under the challenge's protocol
 * @param source what it was measured on, for people
 */
public record SiRmse(double value, String source) {
    private static final String PROTOCOL = "mai";

    /**
     * Of a model: for float files the newest evaluation of the run on the data that it was trained on; for files of whole
     * numbers what the export measured with the very file.
     *
     * @throws UserException if there is no run, or nothing was measured
     */
    public static SiRmse of(MeasuredModel model) throws IOException {
        RunFolder run = model.run()
                .orElseThrow(() -> new UserException(
                        "The score needs si-RMSE, and " + model.file().getFileName()
                                + " is not in the export folder of a run",
                        "Name a run that was exported and evaluated"));
        boolean whole = model.export()
                .map(ExportReport::format)
                .filter(format -> format == ExportFormat.DYNAMIC || format == ExportFormat.INT8)
                .isPresent();
        return whole ? ofFile(model.export().get(), run) : ofWeights(run);
    }

    private static SiRmse ofFile(ExportReport report, RunFolder run) {
        ParityReport parity = report.parity();
        if (parity == null || parity.fileMetrics() == null || !parity.protocol().startsWith(PROTOCOL + ":")) {
            throw new UserException(
                    "The score needs si-RMSE, and the export of " + report.file() + " has not measured it",
                    "Export again with validation images: fathom export " + run.id() + " --format "
                            + report.format().text() + " --data DIR");
        }
        return new SiRmse(
                parity.fileMetrics().siRmse(),
                "the " + report.format().text() + " file itself on "
                        + parity.pictures().size() + " validation images, at its export");
    }

    private static SiRmse ofWeights(RunFolder run) throws IOException {
        String dataset = Json.readFile(run.provenance(), Provenance.class).dataset();
        List<Path> newestFirst = reports(run);
        for (Path file : newestFirst) {
            EvaluationReport report = Json.readFile(file, EvaluationReport.class);
            if (isComparable(report) && report.fingerprint().equals(dataset)) {
                return new SiRmse(
                        report.metrics().siRmse(),
                        "the weights on " + report.pictures() + " validation images of the run's data, evaluated in "
                                + file.getFileName());
            }
        }
        throw new UserException(
                "The score needs si-RMSE, and " + run.id()
                        + " has not been evaluated on its own data under the mai protocol",
                "Run first: fathom evaluate " + run.id() + " --data "
                        + run.readConfig().data().folder());
    }

    private static boolean isComparable(EvaluationReport report) {
        boolean byImage = report.pooling() == null || report.pooling().equals("image");
        return byImage
                && report.split().equals("val")
                && report.protocol().equals(PROTOCOL)
                && report.metrics() != null;
    }

    private static List<Path> reports(RunFolder run) throws IOException {
        if (!Files.isDirectory(run.evaluation())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run.evaluation())) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified())
                            .reversed())
                    .toList();
        }
    }
}

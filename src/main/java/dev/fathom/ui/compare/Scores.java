package dev.fathom.ui.compare;

import dev.fathom.core.UserException;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The metrics of each image.
 *
 * @param how the protocol by which they were measured
 * @param metrics names, in the order of the values
 * @param byId values of each image, NaN where there is none
 */
record Scores(String how, List<String> metrics, Map<String, double[]> byId) {
    static final Scores NONE = new Scores("", List.of(), Map.of());

    private static final int METRICS_FROM = 2;

    /** The newest evaluation of a run on its validation images, {@link #NONE} if there is none. */
    static Scores newest(RunFolder run) throws IOException {
        if (!Files.isDirectory(run.evaluation())) {
            return NONE;
        }
        List<Path> reports;
        try (Stream<Path> files = Files.list(run.evaluation())) {
            reports = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path report : reports) {
            Path csv = report.resolveSibling(report.getFileName().toString().replaceAll("json$", "csv"));
            if (Files.exists(csv) && isValidation(report)) {
                String protocol = Json.readFile(report, EvaluationReport.class).protocol();
                return parse(protocol, Files.readAllLines(csv, StandardCharsets.UTF_8));
            }
        }
        return NONE;
    }

    private static boolean isValidation(Path report) {
        try {
            return "val".equals(Json.readFile(report, EvaluationReport.class).split());
        } catch (UserException e) {
            // Another program's file, or of another version: not an evaluation that this page can use.
            return false;
        }
    }

    /** @param lines of a CSV file: picture, pixels, and a column for each metric */
    static Scores parse(String how, List<String> lines) {
        if (lines.isEmpty()) {
            return NONE;
        }
        List<String> header = CsvLine.cells(lines.get(0));
        List<String> metrics = header.subList(Math.min(METRICS_FROM, header.size()), header.size());
        Map<String, double[]> byId = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = CsvLine.cells(line);
            double[] values = new double[metrics.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(cells, METRICS_FROM + i);
            }
            byId.put(ImageEntry.id(cells.get(0)), values);
        }
        return new Scores(how, List.copyOf(metrics), byId);
    }

    private static double number(List<String> cells, int index) {
        try {
            return index < cells.size() ? Double.parseDouble(cells.get(index)) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** NaN if the image or the metric has no score. */
    double value(String id, String metric) {
        double[] values = byId.get(id);
        int index = metrics.indexOf(metric);
        return values == null || index < 0 ? Double.NaN : values[index];
    }
}

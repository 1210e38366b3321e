package dev.fathom.cli;

import dev.fathom.core.MaiScore;
import dev.fathom.core.UserException;
import dev.fathom.run.EvaluationReport;
import dev.fathom.run.Json;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyVerdict;
import dev.fathom.run.Leaderboard;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The challenge's score of a measured run, among the published ones. */
final class ScoreText {
    private ScoreText() {}

    /** One line of a table. */
    record Row(String name, double siRmse, double millis, double score) {}

    /**
     * The score of a latency, by its median.
     *
     * @param run whose export was measured
     * @throws UserException if there is no run or it was not evaluated
     */
    static Row row(Optional<RunFolder> run, LatencyReport report, MaiScore preset) throws IOException {
        double siRmse = siRmse(run, report.model());
        double millis = Double.isNaN(report.statistics().p50())
                ? report.statistics().mean()
                : report.statistics().p50();
        String name = "> " + report.model() + " x" + report.threads() + " on " + report.device() + doubt(report);
        return new Row(name, siRmse, millis, preset.of(siRmse, millis));
    }

    /** A number that was not measured cleanly says so wherever it is shown. */
    private static String doubt(LatencyReport report) {
        LatencyVerdict.Kind kind = report.details() == null
                ? LatencyVerdict.Kind.CLEAN
                : report.details().verdict().kind();
        return kind == LatencyVerdict.Kind.CLEAN ? "" : " (" + kind.text() + ")";
    }

    /**
     * What the score of a model rests on.
     *
     * @throws UserException if there is no run or it was not evaluated
     */
    static double siRmse(Optional<RunFolder> run, String model) throws IOException {
        return siRmse(run.orElseThrow(() -> new UserException(
                "The score needs si-RMSE, and " + model + " is not in the export folder of a run",
                "Name a run that was exported and evaluated")));
    }

    /** Of the validation pictures, under the challenge's own protocol. */
    private static double siRmse(RunFolder run) throws IOException {
        if (Files.isDirectory(run.evaluation())) {
            try (Stream<Path> files = Files.list(run.evaluation())) {
                for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    EvaluationReport report = Json.readFile(file, EvaluationReport.class);
                    boolean comparable =
                            report.pooling() == null || report.pooling().equals("image");
                    if (report.split().equals("val") && report.protocol().equals("mai") && comparable) {
                        return report.metrics().siRmse();
                    }
                }
            }
        }
        throw new UserException(
                "The score needs si-RMSE, and " + run.id() + " has not been evaluated under the mai protocol",
                "Run first: fathom evaluate " + run.id() + " --data DIR");
    }

    /** Ours among the published rows of the same challenge, best first. */
    static String of(List<Row> ours, MaiScore preset) {
        List<Row> all = new ArrayList<>(ours);
        Leaderboard.all().stream()
                .filter(board -> board.challenge().equals(preset.text()))
                .flatMap(board -> board.rows().stream())
                .map(r -> new Row(r.team(), r.siRmse(), r.millis(), r.score()))
                .forEach(all::add);
        all.sort(Comparator.comparingDouble(Row::score).reversed());
        int width = all.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        String form = "%-" + width + "s %8s %10s %9s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, form, preset.text() + ", Raspberry Pi 4", "si-RMSE", "ms", "score"));
        all.forEach(row -> lines.add(String.format(
                Locale.ROOT,
                form,
                row.name(),
                String.format(Locale.ROOT, "%.4f", row.siRmse()),
                String.format(Locale.ROOT, "%.2f", row.millis()),
                String.format(Locale.ROOT, "%.2f", row.score()))));
        return String.join(System.lineSeparator(), lines);
    }
}

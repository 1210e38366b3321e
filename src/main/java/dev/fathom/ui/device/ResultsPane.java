package dev.fathom.ui.device;

import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import dev.fathom.ui.plot.Histogram;
import dev.fathom.ui.plot.HistogramCanvas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What was measured last: a row for each model and number of threads, and the times of the chosen one. */
final class ResultsPane extends VBox {
    private static final double ROWS_HEIGHT = 230;

    private final ReportTable<LatencyReport> table;
    private final HistogramCanvas histogram = new HistogramCanvas("milliseconds of each run");
    private final Label details = new Label();

    ResultsPane(ObservableList<LatencyReport> results) {
        setSpacing(12);
        table = new ReportTable<>(results, "Nothing measured yet: choose models and press Measure");
        table.setId("results");
        table.setAccessibleText("Measurements just made");
        table.setPrefHeight(ROWS_HEIGHT);
        table.setMinHeight(120);
        table.with("Model", 190, LatencyReport::model)
                .withNumber("Threads", 86, report -> String.valueOf(report.threads()))
                .withNumber(
                        "Median, ms",
                        104,
                        report -> ResultColumns.millis(report.statistics().p50()))
                .withNumber(
                        "p90",
                        74,
                        report -> ResultColumns.millis(report.statistics().p90()))
                .withNumber("Mean, ms", 124, ResultColumns::mean)
                .with("Output", 106, ResultColumns::output)
                .with("Verdict", 100, ResultColumns::kind);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show(now));
        results.addListener((ListChangeListener<LatencyReport>) change -> showFirst());
        VBox.setVgrow(histogram, Priority.ALWAYS);
        details.setWrapText(true);
        details.setMinHeight(USE_PREF_SIZE);
        details.getStyleClass().add("measurement-details");
        getChildren().addAll(table, histogram, details);
        show(null);
    }

    private void showFirst() {
        table.getSelectionModel().selectFirst();
        table.scrollTo(0);
    }

    private void show(LatencyReport report) {
        histogram.setVisible(report != null);
        details.setText(report == null ? "" : String.join("\n", lines(report)));
        if (report != null) {
            LatencyStatistics statistics = report.statistics();
            Map<String, Double> marks = new LinkedHashMap<>();
            marks.put("median", statistics.p50());
            marks.put("p90", statistics.p90());
            marks.values().removeIf(value -> !Double.isFinite(value));
            histogram.show(Histogram.of(report.runsMillis()), marks);
        }
    }

    private static List<String> lines(LatencyReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s, %s. Loaded in %.1f ms, first run %.2f ms, %d runs of warm-up, %d counted.",
                report.device(),
                report.runtime(),
                report.loadMillis(),
                report.firstRunMillis(),
                report.warmUpRuns(),
                report.statistics().runs()));
        lines.add("Verdict: " + ResultColumns.verdict(report) + ".");
        LatencyDetails details = report.details();
        if (details != null) {
            details.notes().forEach(lines::add);
            if (!details.operations().isEmpty()) {
                lines.add("Slowest operations: "
                        + details.operations().stream()
                                .limit(6)
                                .map(Object::toString)
                                .collect(Collectors.joining(", ")));
            }
        }
        return lines;
    }
}

package dev.fathom.export.report;

import dev.fathom.core.DepthMetrics;
import dev.fathom.run.ExportReport;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.ParityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the page says of one file.
 *
 * @param pictures to show, all of this file
 */
record FormatSection(ExportReport report, List<ReportPicture> pictures) {
    static final List<String> SUMMARY = List.of(
            "format",
            "bytes",
            "largest difference (of range)",
            "mean (of range)",
            "si-RMSE before",
            "after",
            "operations",
            "XNNPACK partitions",
            "not delegated",
            "latency p50");

    /** Its row in the table of all files. */
    List<String> summary() {
        ParityReport p = report.parity();
        LatencyReport latency = report.latency();
        return List.of(
                report.format().text(),
                String.format(Locale.ROOT, "%,d", report.bytes()),
                p == null ? "not checked" : share(p.maxShare()) + (p.passed() ? "" : ", too much"),
                p == null ? "not checked" : share(p.meanShare()),
                metric(p == null ? null : p.engineMetrics(), DepthMetrics::siRmse),
                metric(p == null ? null : p.fileMetrics(), DepthMetrics::siRmse),
                String.valueOf(report.operators().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()),
                String.valueOf(report.xnnpackPartitions()),
                String.valueOf(report.notDelegated().size()),
                latency == null
                        ? "not measured"
                        : String.format(
                                Locale.ROOT, "%.2f ms", latency.statistics().p50()));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.2g", share);
    }

    private static String metric(DepthMetrics metrics, ToDoubleFunction<DepthMetrics> which) {
        return metrics == null ? "-" : String.format(Locale.ROOT, "%.4f", which.applyAsDouble(metrics));
    }

    String html() {
        StringBuilder out = new StringBuilder("<section>\n");
        out.append(Html.text("h2", report.format().text() + ": " + report.file()));
        out.append(Html.table(List.of("fact", "value"), facts()));
        if (report.parity() != null) {
            out.append(parity(report.parity()));
        }
        out.append(Html.text("h3", "Outside XNNPACK"));
        out.append(outside());
        for (ReportPicture picture : pictures) {
            out.append(Html.text("h3", "Picture " + picture.id()));
            out.append(new Figures(picture).html());
        }
        return out.append("</section>\n").toString();
    }

    private List<List<String>> facts() {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("SHA-256", report.sha256()));
        facts.add(List.of("input", port(report.input())));
        facts.add(List.of("output", port(report.output())));
        facts.add(List.of(
                "arithmetic",
                Boolean.TRUE.equals(report.integer())
                        ? "whole numbers: the same bits on every processor"
                        : "floats: processors differ in the last digits"));
        facts.add(List.of("rewrites", String.join(", ", report.passes())));
        facts.add(List.of("operations", counts(report.operators())));
        facts.add(List.of("runtime", report.runtime()));
        facts.add(List.of("made", report.made() + " by Fathom " + report.fathom()));
        if (report.calibration() != null) {
            facts.add(List.of("scales from", report.calibration().pictures() + " pictures"));
        }
        if (report.latency() != null) {
            facts.add(List.of("latency", text(report.latency())));
        }
        return facts;
    }

    private static String port(ExportReport.Port port) {
        return port.name() + " " + port.shape() + " " + port.type() + ", " + port.meaning();
    }

    private static String counts(Map<String, Integer> operators) {
        return operators.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String text(LatencyReport latency) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f, p90 %s ms over %d runs, %d threads; %s%s; %s",
                latency.statistics().p50(),
                // Too few runs have no p90.
                Double.isNaN(latency.statistics().p90())
                        ? "-"
                        : String.format(
                                Locale.ROOT, "%.2f", latency.statistics().p90()),
                latency.statistics().runs(),
                latency.threads(),
                latency.details() == null ? "" : latency.details().verdict().text() + "; ",
                latency.runtime(),
                latency.machine());
    }

    private static String parity(ParityReport p) {
        StringBuilder out = new StringBuilder(Html.text("h3", "Against the engine"));
        String verdict = String.format(
                Locale.ROOT,
                "%s: largest difference %.2g of the output range of %.4g m on %s, mean %.2g, %s, %d pictures.",
                verdict(p),
                p.maxShare(),
                p.outputRange(),
                p.worst(),
                p.meanShare(),
                p.limit() == null ? "no limit" : String.format(Locale.ROOT, "limit %.0g", p.limit()),
                p.pictures().size());
        out.append(Html.text("p", verdict)).append(Html.text("p", "Rules: " + p.rules() + "."));
        if (p.engineMetrics() != null && p.fileMetrics() != null) {
            out.append(Html.table(
                    List.of("metric", "before", "after"),
                    List.of(
                            metricRow("si-RMSE", p, DepthMetrics::siRmse),
                            metricRow("RMSE (m)", p, DepthMetrics::rmse),
                            metricRow("absRel", p, DepthMetrics::absRel),
                            metricRow("log10", p, DepthMetrics::log10))));
            out.append(Html.text("p", "Protocol " + p.protocol() + "."));
        }
        p.leftOut().forEach(left -> out.append(Html.text("p", "Left out: " + left)));
        return out.toString();
    }

    /** Without a limit nothing can pass or fail. */
    private static String verdict(ParityReport p) {
        if (p.limit() == null) {
            return "Compared";
        }
        return p.passed() ? "Passed" : "Failed";
    }

    private static List<String> metricRow(String name, ParityReport p, ToDoubleFunction<DepthMetrics> which) {
        return List.of(name, metric(p.engineMetrics(), which), metric(p.fileMetrics(), which));
    }

    private String outside() {
        if (report.notDelegated().isEmpty()) {
            return Html.text("p", "Nothing: XNNPACK takes every operation.");
        }
        return Html.table(
                List.of("operation", "makes", "why"),
                report.notDelegated().stream()
                        .map(n -> List.of(n.operator(), n.tensor(), n.reason()))
                        .toList());
    }
}

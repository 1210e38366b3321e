package dev.fathom.cli;

import dev.fathom.run.DeviceState;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import dev.fathom.run.LatencyVerdict;
import dev.fathom.run.OperationTime;
import dev.fathom.run.OutputCheck;
import dev.fathom.run.ThrottleFlags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Latencies as a table for people, with what is to be known about each. */
final class LatencyText {
    private static final int SHOWN_OPERATIONS = 10;
    private static final double MEGA = 1e6;
    private static final String CELL = " %8s";

    private LatencyText() {}

    /** All of one call: one device, some models and numbers of threads. */
    static String of(List<LatencyReport> reports) {
        LatencyReport one = reports.get(0);
        List<String> lines = new ArrayList<>();
        lines.add(one.machine() + " (" + one.device() + "), " + one.runtime() + (isFp16(one) ? ", fp16" : ""));
        int width = reports.stream().mapToInt(r -> r.model().length()).max().orElse(0);
        lines.add(row(width, "ms", "threads", "load", "first", "min", "mean", "std", "p50", "p90", "p99", "runs", "MB")
                + "  verdict");
        reports.forEach(report -> lines.add(row(width, report)));
        notes(reports).forEach(lines::add);
        reports.forEach(report -> lines.addAll(operations(report)));
        return String.join(System.lineSeparator(), lines);
    }

    private static boolean isFp16(LatencyReport report) {
        return report.details() != null && report.details().fp16();
    }

    private static String row(int width, String model, String... cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s", model));
        for (String cell : cells) {
            line.append(String.format(Locale.ROOT, CELL, cell));
        }
        return line.toString();
    }

    private static String row(int width, LatencyReport r) {
        LatencyStatistics s = r.statistics();
        LatencyDetails details = r.details();
        return row(
                        width,
                        r.model(),
                        String.valueOf(r.threads()),
                        millis(r.loadMillis()),
                        millis(r.firstRunMillis()),
                        millis(s.min()),
                        millis(s.mean()),
                        millis(s.std()),
                        millis(s.p50()),
                        millis(s.p90()),
                        millis(s.p99()),
                        String.valueOf(s.runs()),
                        details == null || details.peakMemory() == null
                                ? "-"
                                : String.format(Locale.ROOT, "%.0f", details.peakMemory() / MEGA))
                + "  "
                + (details == null
                        ? (r.steady() ? "" : "never steady")
                        : details.verdict().kind().text());
    }

    private static String millis(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }

    /** Each remark once, with the rows it is about unless it is about all. */
    private static List<String> notes(List<LatencyReport> reports) {
        List<String> notes = new ArrayList<>();
        notes.addAll(about(reports, LatencyText::verdict));
        notes.addAll(about(reports, LatencyText::output));
        notes.addAll(about(reports, LatencyText::delegation));
        notes.addAll(about(reports, LatencyText::device));
        notes.addAll(about(reports, LatencyText::tails));
        reports.stream()
                .filter(r -> r.details() != null)
                .flatMap(r -> r.details().notes().stream())
                .distinct()
                .forEach(notes::add);
        return notes;
    }

    private static List<String> about(List<LatencyReport> reports, Function<LatencyReport, String> remark) {
        return reports.stream()
                .collect(Collectors.groupingBy(remark, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> entry.getValue().size() == reports.size()
                        ? entry.getKey()
                        : names(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private static String names(List<LatencyReport> reports) {
        return reports.stream().map(r -> r.model() + " x" + r.threads()).collect(Collectors.joining(", "));
    }

    private static String verdict(LatencyReport report) {
        LatencyVerdict verdict =
                report.details() == null ? null : report.details().verdict();
        return verdict == null || verdict.reasons().isEmpty() ? "" : verdict.text();
    }

    private static String output(LatencyReport report) {
        OutputCheck output = report.details() == null ? null : report.details().output();
        if (output != null && output.notFinite() > 0) {
            return String.format(
                    Locale.ROOT,
                    "WRONG OUTPUT: %,d of its values are NaN or infinite; export the network again",
                    output.notFinite());
        }
        if (output == null || output.desktop() == null) {
            return "";
        }
        OutputCheck.Difference d = output.desktop();
        String size = d.max() == 0 ? "bit for bit" : String.format(Locale.ROOT, "to %.1e of its range", d.maxOfRange());
        return d.same()
                ? "output as on the desktop, " + size
                : String.format(
                        Locale.ROOT,
                        "WRONG OUTPUT: it differs from the desktop's by %.1e of its range, and %.0e is allowed",
                        d.maxOfRange(),
                        d.limit());
    }

    private static String delegation(LatencyReport report) {
        boolean whole =
                report.xnnpackPartitions() == null || report.xnnpackPartitions() == 1 && report.notDelegated() == 0;
        return whole
                ? ""
                : report.xnnpackPartitions() + " XNNPACK partitions, " + report.notDelegated()
                        + " operations outside them";
    }

    private static String device(LatencyReport report) {
        if (report.details() == null) {
            return "";
        }
        DeviceState before = report.details().before();
        DeviceState after = report.details().after();
        List<String> parts = new ArrayList<>();
        change(parts, "temperature", "%.0f °C", before.temperature(), after.temperature());
        change(parts, "clock", "%.0f MHz", before.clockMhz(), after.clockMhz());
        if (after.throttleFlags() != null) {
            parts.add("throttling " + ThrottleFlags.text(after.throttleFlags()));
        }
        if (report.details().probe() != null && report.details().probe().governor() != null) {
            parts.add("governor " + report.details().probe().governor());
        }
        return String.join(", ", parts);
    }

    private static String tails(LatencyReport report) {
        int runs = report.statistics().runs();
        return runs >= LatencyStatistics.LEAST_FOR_P99
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%d runs are too few for p99%s",
                        runs,
                        runs < LatencyStatistics.LEAST_FOR_P90 ? " and p90" : "");
    }

    private static void change(List<String> parts, String name, String form, Double before, Double after) {
        if (before != null && after != null) {
            parts.add(name + " " + String.format(Locale.ROOT, form, before) + " -> "
                    + String.format(Locale.ROOT, form, after));
        }
    }

    private static List<String> operations(LatencyReport report) {
        List<OperationTime> all =
                report.details() == null ? List.of() : report.details().operations();
        if (all.isEmpty()) {
            return List.of();
        }
        double total = all.stream().mapToDouble(OperationTime::meanMs).sum();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%s x%d, %d operations, slowest first", report.model(), report.threads(), all.size()));
        all.stream()
                .limit(SHOWN_OPERATIONS)
                .map(o -> String.format(
                        Locale.ROOT,
                        "%9.3f ms %5.1f %%  %s%s",
                        o.meanMs(),
                        100 * o.meanMs() / total,
                        o.name(),
                        o.partition() == 0 ? "  (outside XNNPACK)" : ""))
                .forEach(lines::add);
        return lines;
    }
}

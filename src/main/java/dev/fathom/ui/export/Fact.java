package dev.fathom.ui.export;

import dev.fathom.run.ExportReport;
import dev.fathom.run.ParityReport;
import dev.fathom.ui.base.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A line of what a report says: a name and words for it. */
public record Fact(String name, String text) {

    /** Everything of a report that the table has no column for. */
    static List<Fact> of(ExportReport report) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Input", port(report.input())));
        facts.add(new Fact("Output", port(report.output())));
        facts.add(new Fact("XNNPACK", xnnpack(report)));
        facts.add(new Fact("Operations", operators(report)));
        facts.add(new Fact("Passes", report.passes().isEmpty() ? "none" : String.join(", ", report.passes())));
        if (report.calibration() != null) {
            facts.add(new Fact("Calibration", calibration(report.calibration())));
        }
        if (report.parity() != null) {
            facts.addAll(parity(report.parity()));
        }
        facts.add(new Fact("Measured", latency(report)));
        facts.add(new Fact("Runtime", report.runtime() + ", Fathom " + report.fathom()));
        facts.add(new Fact("SHA-256", report.sha256()));
        return facts;
    }

    private static String port(ExportReport.Port port) {
        String shape = port.shape().stream().map(String::valueOf).collect(Collectors.joining(" × "));
        return port.name() + ", " + shape + " " + port.type() + ": " + port.meaning();
    }

    private static String xnnpack(ExportReport report) {
        String partitions =
                report.xnnpackPartitions() + (report.xnnpackPartitions() == 1 ? " partition" : " partitions");
        if (report.notDelegated().isEmpty()) {
            return partitions + ", nothing outside";
        }
        return partitions + ", outside: "
                + report.notDelegated().stream()
                        .map(outside -> outside.operator() + " (" + outside.tensor() + ": " + outside.reason() + ")")
                        .collect(Collectors.joining("; "));
    }

    private static String operators(ExportReport report) {
        return report.operators().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String calibration(ExportReport.Calibration calibration) {
        String left = calibration.leftOut().isEmpty() ? "" : "; left out: " + String.join("; ", calibration.leftOut());
        return calibration.pictures() + " training pictures" + left;
    }

    private static List<Fact> parity(ParityReport parity) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Checked",
                String.format(
                        Locale.ROOT,
                        "%d %s; largest difference %.1e of the output range, mean %.1e%s",
                        parity.pictures().size(),
                        parity.pictures().size() == 1 ? "picture" : "pictures",
                        parity.maxShare(),
                        parity.meanShare(),
                        parity.limit() == null
                                ? ""
                                : String.format(Locale.ROOT, "; at most %.0e allowed", parity.limit()))));
        facts.add(new Fact("Worst picture", parity.worst()));
        if (parity.engineMetrics() != null) {
            facts.add(new Fact(
                    "Before and after",
                    String.format(
                            Locale.ROOT,
                            "RMSE %s and %s, REL %.4f and %.4f under %s",
                            Numbers.metres(parity.engineMetrics().rmse()),
                            Numbers.metres(parity.fileMetrics().rmse()),
                            parity.engineMetrics().absRel(),
                            parity.fileMetrics().absRel(),
                            parity.protocol())));
        }
        if (!parity.leftOut().isEmpty()) {
            facts.add(new Fact("Left out", String.join("; ", parity.leftOut())));
        }
        return facts;
    }

    private static String latency(ExportReport report) {
        return String.format(
                Locale.ROOT,
                "%.2f ms here, the middle of %d runs on %d thread%s",
                report.latency().statistics().p50(),
                report.latency().statistics().runs(),
                report.latency().threads(),
                report.latency().threads() == 1 ? "" : "s");
    }
}

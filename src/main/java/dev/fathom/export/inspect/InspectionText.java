package dev.fathom.export.inspect;

import dev.fathom.core.PlainText;
import dev.fathom.run.InspectionReport;
import dev.fathom.run.InspectionReport.Execution;
import dev.fathom.run.InspectionReport.Kernel;
import dev.fathom.run.InspectionReport.Operator;
import dev.fathom.run.LatencyStatistics;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An inspection as text for a terminal. */
public final class InspectionText {
    private static final int WIDEST_NAME = 36;
    private static final int SHOWN_KERNELS = 10;

    private final StringBuilder out = new StringBuilder();

    private InspectionText() {}

    /** Several lines, without a line end after the last. */
    public static String of(InspectionReport report) {
        InspectionText text = new InspectionText();
        text.head(report);
        report.graphs().forEach(graph -> text.graph(graph, report.graphs().size() > 1));
        text.totals(report);
        if (report.execution() != null) {
            text.execution(
                    report.execution(), report.graphs().get(0).operators().size());
        }
        report.notes().forEach(note -> text.line("note          %s.", note));
        return text.out.toString().stripTrailing();
    }

    private void head(InspectionReport r) {
        line("%s: %,d bytes, SHA-256 %s", r.file(), r.bytes(), r.sha256());
        r.facts().forEach((kind, fact) -> line("%-13s %s", kind, fact));
        r.signatures()
                .forEach(s -> line(
                        "signature     %s: %s -> %s",
                        s.key(), String.join(", ", s.inputs()), String.join(", ", s.outputs())));
    }

    private void graph(InspectionReport.Graph graph, boolean named) {
        line("");
        if (named) {
            line("graph %s", graph.name());
        }
        graph.inputs().forEach(port -> port("input", port));
        graph.outputs().forEach(port -> port("output", port));
        line("");
        List<Operator> all = graph.operators();
        String form = "%4s  %-" + width(all.stream().map(Operator::code), "operation")
                + "s  %-" + width(all.stream().map(op -> shorten(op.output())), "makes")
                + "s  %-" + width(all.stream().map(op -> op.shape().toString()), "shape")
                + "s %10s %13s  %-" + width(all.stream().map(Operator::options), "options") + "s  %s";
        line(form, "#", "operation", "makes", "shape", "parameters", "MACs", "options", "XNNPACK");
        for (Operator op : all) {
            line(
                    form,
                    op.index(),
                    op.code(),
                    shorten(op.output()),
                    op.shape(),
                    String.format(Locale.ROOT, "%,d", op.parameters()),
                    op.macs() == null ? "?" : String.format(Locale.ROOT, "%,d", op.macs()),
                    op.options(),
                    xnnpack(op));
        }
        line("");
    }

    private void port(String kind, InspectionReport.Port port) {
        line(
                "%-13s %s %s%s %s%s",
                kind,
                port.name(),
                port.shape(),
                port.open() ? " (open)" : "",
                port.type(),
                port.quantisation() == null ? "" : ", " + port.quantisation());
    }

    private static String xnnpack(Operator op) {
        if (op.partition() == null) {
            return "not asked";
        }
        return op.partition() > 0 ? "partition " + op.partition() : "no: " + op.reason();
    }

    private void totals(InspectionReport r) {
        line(
                "operations    %s",
                r.totals().operators().entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", ")));
        line("parameters    %,d", r.totals().parameters());
        line("MACs          %,d", r.totals().macs());
        line(
                "constants     %s",
                r.totals().weightBytes().entrySet().stream()
                        .map(e -> String.format(Locale.ROOT, "%,d bytes %s", e.getValue(), e.getKey()))
                        .collect(Collectors.joining(", ")));
    }

    private void execution(Execution e, int operators) {
        line(
                "XNNPACK       takes %d of %d operations, in %d partition%s",
                operators - e.notDelegated(), operators, e.partitions(), e.partitions() == 1 ? "" : "s");
        LatencyStatistics s = e.statistics();
        if (s == null) {
            line("loaded        in %.1f ms by %s", e.loadMillis(), e.runtime());
            return;
        }
        line(
                "time          min %.3f, p50 %.3f, p90 %.3f ms over %d runs on made-up input, %d thread, %s;"
                        + " loaded in %.0f ms",
                s.min(), s.p50(), s.p90(), s.runs(), e.threads(), e.runtime(), e.loadMillis());
        kernels(e.kernels());
    }

    private void kernels(List<Kernel> kernels) {
        double sum = kernels.stream().mapToDouble(Kernel::millis).sum();
        if (sum == 0) {
            return;
        }
        line("");
        line("%10s %7s  %s", "median ms", "share", "the slowest of " + kernels.size() + " kernels");
        kernels.stream()
                .sorted(Comparator.comparingDouble(Kernel::millis).reversed())
                .limit(SHOWN_KERNELS)
                .forEach(k -> line(
                        "%10.3f %5.1f %%  %s",
                        k.millis(),
                        100 * k.millis() / sum,
                        k.operator() == null
                                ? "XNNPACK: " + k.name()
                                : k.name() + " (operation " + k.operator() + ")"));
        line("");
    }

    private static int width(Stream<String> values, String heading) {
        return values.mapToInt(String::length).reduce(heading.length(), Math::max);
    }

    /** The end of a long name tells more than its beginning. */
    private static String shorten(String name) {
        return name.length() <= WIDEST_NAME ? name : "…" + name.substring(name.length() - WIDEST_NAME + 1);
    }

    private void line(String form, Object... values) {
        // Names come from the file: control characters in them could tell the terminal anything.
        String line = PlainText.of(String.format(Locale.ROOT, form, values)).replace('\n', '?');
        out.append(line.stripTrailing()).append('\n');
    }
}

package dev.fathom.cli;

import dev.fathom.core.Bootstrap;
import dev.fathom.core.DepthMetrics;
import dev.fathom.run.EvaluationDetails;
import dev.fathom.run.EvaluationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An evaluation for people. */
final class EvaluationText {
    private static final int NAMED = 5;

    private EvaluationText() {}

    static String of(EvaluationReport r) {
        EvaluationDetails d = r.details();
        List<String> lines = new ArrayList<>();
        lines.add(means(r));
        lines.add(edges(d.edges().get(0), r.intervals().get("edge_f1")));
        lines.add(percent("Pixels: ", d.shares().truth())
                + percent(" have truth, ", d.shares().scored())
                + percent(" count, of these ", d.shares().predicted()) + " have a prediction");
        lines.addAll(bands(d.bands()));
        lines.add("Worst: "
                + d.worst().stream()
                        .limit(NAMED)
                        .map(w -> text("%s (%s %.4f)", w.picture(), w.metric(), w.value()))
                        .collect(Collectors.joining(", ")));
        d.notes().forEach(note -> lines.add(note + "."));
        list(lines, "Pictures without a prediction", d.missing());
        list(lines, "Predictions without a picture", d.surplus());
        list(lines, "Problems", r.problems());
        return String.join(System.lineSeparator(), lines);
    }

    private static String means(EvaluationReport r) {
        DepthMetrics m = r.metrics();
        Bootstrap.Interval i = r.intervals().get("si_rmse");
        return text(
                "%s on %s/%s under %s: si-RMSE %.4f (%.4f to %.4f), RMSE %.3f m, REL %.4f, log10 %.4f, d1 %.3f, d2 %.3f,"
                        + " d3 %.3f over %d images%s",
                r.run(),
                r.dataset(),
                r.split(),
                r.protocol(),
                m.siRmse(),
                i.low(),
                i.high(),
                m.rmse(),
                m.absRel(),
                m.log10(),
                m.d1(),
                m.d2(),
                m.d3(),
                r.pictures(),
                r.leftOut() == 0 ? "" : ", " + r.leftOut() + " left out");
    }

    private static String edges(EvaluationDetails.Edges e, Bootstrap.Interval f1) {
        if (e.f1() == null) {
            return "Edges: the truth has none";
        }
        return text(
                "Edges (Sobel above %.2f m): precision %.3f, recall %.3f, F1 %.3f (%.3f to %.3f) over %d images",
                e.threshold(),
                e.precision() == null ? 0 : e.precision(),
                e.recall(),
                e.f1(),
                f1.low(),
                f1.high(),
                e.pictures());
    }

    private static List<String> bands(List<EvaluationDetails.Band> bands) {
        List<String> lines = new ArrayList<>();
        lines.add(text("%-12s %8s %9s %8s %8s %8s", "depth", "pixels", "RMSE m", "REL", "si-RMSE", "d1"));
        for (EvaluationDetails.Band b : bands) {
            String range = b.to() == null ? text("%s m on", b.from()) : text("%s to %s m", b.from(), b.to());
            lines.add(
                    b.pixels() == 0
                            ? text("%-12s %7.1f%%", range, 0.0)
                            : text(
                                    "%-12s %7.1f%% %9.3f %8.4f %8.4f %8.3f",
                                    range, 100 * b.share(), b.rmse(), b.absRel(), b.siRmse(), b.d1()));
        }
        return lines;
    }

    private static void list(List<String> lines, String what, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > NAMED ? ", and " + (names.size() - NAMED) + " more in the report" : "";
            lines.add(what + " (" + names.size() + "): "
                    + names.stream().limit(NAMED).collect(Collectors.joining(", ")) + more);
        }
    }

    private static String percent(String before, double share) {
        return before + text("%.1f%%", 100 * share);
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}

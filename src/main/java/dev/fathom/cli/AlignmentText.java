package dev.fathom.cli;

import dev.fathom.run.AlignmentReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Alignments for people. */
final class AlignmentText {
    private AlignmentText() {}

    static String of(List<AlignmentReport> alignments, List<String> problems) {
        List<String> lines = new ArrayList<>();
        alignments.forEach(one -> add(one, lines));
        if (!problems.isEmpty()) {
            lines.add(problems.size() + " could not be aligned:");
            problems.forEach(problem -> lines.add("  " + problem));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static void add(AlignmentReport one, List<String> lines) {
        lines.add(String.format(
                Locale.ROOT,
                "%s: %s; %d of %d points, RMSE %.4f m; written as %s",
                one.prediction(),
                one.formula(),
                one.used(),
                one.points(),
                one.rmse(),
                String.join(", ", one.files())));
        one.notes().forEach(note -> lines.add("  " + note + "."));
        if (!one.residuals().isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%10s %8s %10s %10s %10s", "x", "y", "known m", "aligned m", "off m"));
        }
        for (AlignmentReport.Residual r : one.residuals()) {
            lines.add(
                    r.aligned() == null
                            ? String.format(Locale.ROOT, "%10.1f %8.1f %10.3f   not in front", r.x(), r.y(), r.metres())
                            : String.format(
                                    Locale.ROOT,
                                    "%10.1f %8.1f %10.3f %10.3f %10.3f%s",
                                    r.x(),
                                    r.y(),
                                    r.metres(),
                                    r.aligned(),
                                    r.aligned() - r.metres(),
                                    r.used() ? "" : "  left out"));
        }
    }
}

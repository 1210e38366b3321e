package dev.fathom.cli;

import dev.fathom.data.check.CheckReport;
import dev.fathom.data.check.DepthStatistics;
import dev.fathom.data.check.Issue;
import dev.fathom.data.check.IssueKind;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report on a data set for people, and its issues for spreadsheets. */
final class CheckText {
    private static final int EXAMPLES = 3;

    private CheckText() {}

    static String text(CheckReport report) {
        StringBuilder text = new StringBuilder(head(report));
        if (report.issues().isEmpty()) {
            return text.append("\nNothing is wrong with it.").toString();
        }
        for (Map.Entry<IssueKind, Integer> kind : report.counts().entrySet()) {
            text.append("\n")
                    .append(kind.getValue())
                    .append(" ")
                    .append(kind.getKey().title())
                    .append(":");
            for (Issue issue : report.examples(EXAMPLES)) {
                if (issue.kind() == kind.getKey()) {
                    text.append("\n  ").append(issue.file()).append(": ").append(issue.text());
                }
            }
            if (kind.getValue() > EXAMPLES) {
                text.append("\n  and ").append(kind.getValue() - EXAMPLES).append(" more");
            }
        }
        return text.toString();
    }

    private static String head(CheckReport report) {
        DepthStatistics s = report.statistics();
        String samples = report.samples().entrySet().stream()
                .filter(split -> split.getValue() > 0)
                .map(split -> split.getValue() + " " + split.getKey())
                .collect(Collectors.joining(", "));
        String depth = s.depths() == 0
                ? "no depth could be read"
                : String.format(
                        Locale.ROOT,
                        "median depth %.3g m, 98 %% of it from %.3g to %.3g m, %.1f %% of the pixels invalid",
                        s.medianMetres(),
                        s.nearMetres(),
                        s.farMetres(),
                        100 * s.invalidShare());
        return report.root() + " (" + report.format() + "): " + samples + "; divided " + report.splitRule()
                + "\nPictures " + sizes(s.pictureSizes()) + ", depth " + sizes(s.depthSizes()) + "; " + depth;
    }

    private static String sizes(Map<String, Integer> sizes) {
        return switch (sizes.size()) {
            case 0 -> "none";
            case 1 -> sizes.keySet().iterator().next();
            default -> sizes.keySet().iterator().next() + " and " + (sizes.size() - 1) + " other sizes";
        };
    }

    /** A kind as one word for machines. */
    static String word(IssueKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static void writeCsv(CheckReport report, Writer out) throws IOException {
        out.write("kind,split,stem,file,text\n");
        for (Issue issue : report.issues()) {
            out.write(word(issue.kind()) + "," + issue.split() + "," + cell(issue.stem()) + ","
                    + cell(issue.file().toString()) + "," + cell(issue.text()) + "\n");
        }
    }

    /** A text as a CSV cell that no spreadsheet takes for a formula. */
    private static String cell(String text) {
        String harmless = text.isEmpty() || "=+-@".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}

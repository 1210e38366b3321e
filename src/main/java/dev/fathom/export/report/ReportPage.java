package dev.fathom.export.report;

import dev.fathom.core.AtomicFiles;
import dev.fathom.run.ExportReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The export of a network in one or several formats as one HTML page: styles and pictures are inside it. */
public final class ReportPage {
    private static final String STYLE =
            """
            :root { color-scheme: light dark; --line: #8884; }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
            h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
            table { border-collapse: collapse; display: block; overflow-x: auto; margin: .5rem 0; }
            th, td { border-bottom: 1px solid var(--line); padding: .3rem .8rem .3rem 0; text-align: left;
              vertical-align: top; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
            th { font-weight: 600; }
            .pictures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); }
            figure { margin: 0; } figure img { width: 100%; height: auto; display: block; }
            figcaption { font-size: .85rem; opacity: .8; }
            .bar { display: flex; gap: .5rem; align-items: center; font-size: .75rem; margin-top: .2rem; }
            .bar i { flex: 1; height: .6rem; }
            """;

    private ReportPage() {}

    /**
     * The page.
     *
     * @param reports one for each format
     * @param pictures to show, usually the worst of each format; they are matched by the format
     */
    public static String of(List<ExportReport> reports, List<ReportPicture> pictures) {
        String title = "Export of "
                + reports.stream().map(ExportReport::network).distinct().collect(Collectors.joining(", "));
        List<FormatSection> sections =
                reports.stream().map(r -> section(r, pictures)).toList();
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>"
                + "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n"
                + Html.text("title", title)
                + "<style>\n" + STYLE + "</style></head>\n<body>\n"
                + Html.text("h1", title)
                + Html.table(
                        FormatSection.SUMMARY,
                        sections.stream().map(FormatSection::summary).toList())
                + sections.stream().map(FormatSection::html).collect(Collectors.joining())
                + "</body>\n</html>\n";
    }

    private static FormatSection section(ExportReport report, List<ReportPicture> pictures) {
        return new FormatSection(
                report,
                pictures.stream().filter(p -> p.format() == report.format()).toList());
    }

    /**
     * Writes the page as a whole file.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, List<ExportReport> reports, List<ReportPicture> pictures) throws IOException {
        AtomicFiles.writeString(file, of(reports, pictures));
    }
}

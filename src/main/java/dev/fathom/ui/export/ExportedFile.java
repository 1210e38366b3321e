package dev.fathom.ui.export;

import dev.fathom.core.Sha256;
import dev.fathom.core.UserException;
import dev.fathom.run.ExportReport;
import dev.fathom.run.Json;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that an export left, with its report.
 *
 * @param report null if it cannot be read
 * @param problem why the file is not what its report describes, or null
 */
public record ExportedFile(Path file, ExportReport report, String problem) {

    /** All files of a run's export folder, in the order of their formats; reads and checks them, so not for the window's thread. */
    static List<ExportedFile> of(RunFolder run) throws IOException {
        if (!Files.isDirectory(run.export())) {
            return List.of();
        }
        List<ExportedFile> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(run.export())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                found.add(of(file));
            }
        }
        found.sort(Comparator.comparing((ExportedFile f) -> f.report == null)
                .thenComparing(
                        f -> f.report == null ? null : f.report.format(),
                        Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(f -> f.file.getFileName().toString()));
        return List.copyOf(found);
    }

    private static ExportedFile of(Path json) {
        try {
            ExportReport report = Json.readFile(json, ExportReport.class);
            Path file = json.resolveSibling(report.file());
            return new ExportedFile(file, report, problem(file, report));
        } catch (UserException e) {
            return new ExportedFile(json, null, e.sentence());
        }
    }

    private static String problem(Path file, ExportReport report) {
        if (!Files.isRegularFile(file)) {
            return "The file is gone; export again";
        }
        try {
            return Sha256.of(file).equals(report.sha256())
                    ? null
                    : "The file has changed since its report was written; export again";
        } catch (IOException e) {
            return "The file cannot be read: " + e.getMessage();
        }
    }

    /** The name without its ending. */
    public String name() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}

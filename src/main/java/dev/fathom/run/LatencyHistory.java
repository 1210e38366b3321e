package dev.fathom.run;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latencies measured for a run: one file each in its {@code latency} folder, never overwritten. */
public final class LatencyHistory {
    private static final Logger LOG = LoggerFactory.getLogger(LatencyHistory.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd_HHmmss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Path folder;

    public LatencyHistory(RunFolder run) {
        this.folder = run.latency();
    }

    /**
     * Adds a measurement.
     *
     * @return its file
     */
    public Path add(LatencyReport report) throws IOException {
        String name = String.join(
                "_",
                STAMP.format(report.measured()),
                plain(report.model().replaceFirst("\\.tflite$", "")),
                plain(report.device()),
                report.threads() + "-threads");
        Path file = folder.resolve(name + ".json");
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "-" + i + ".json");
        }
        Json.writeFile(file, report);
        return file;
    }

    private static String plain(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}.-]+", "-");
    }

    /** Everything that was measured, the earliest first; a file that cannot be read is left out and logged. */
    public List<LatencyReport> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<LatencyReport> reports = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                try {
                    reports.add(Json.readFile(file, LatencyReport.class));
                } catch (UserException e) {
                    LOG.warn("Left out of the history: {}", e.what());
                }
            }
        }
        reports.sort(Comparator.comparing(LatencyReport::measured));
        return reports;
    }

    /** What was measured of one model on one device. */
    public List<LatencyReport> of(String model, String device) throws IOException {
        return all().stream()
                .filter(report ->
                        report.model().equals(model) && report.device().equals(device))
                .toList();
    }
}

package dev.fathom.ui.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The validation metrics of a run's best epoch, from its {@code metrics.csv}, read again only when that grows. */
final class BestMetrics {
    private static final String PREFIX = "val/";

    private final Map<Path, Known> known = new HashMap<>();

    private record Known(long bytes, int epoch, Map<String, Double> metrics) {}

    /** Metrics by their names in events; empty if the epoch is not in the file. */
    Map<String, Double> of(Path csv, int epoch) throws IOException {
        try {
            long bytes = Files.size(csv);
            Known before = known.get(csv);
            if (before == null || before.bytes() != bytes || before.epoch() != epoch) {
                before = new Known(bytes, epoch, read(csv, epoch));
                known.put(csv, before);
            }
            return before.metrics();
        } catch (NoSuchFileException e) {
            return Map.of();
        }
    }

    private static Map<String, Double> read(Path csv, int epoch) throws IOException {
        List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
        return lines.stream()
                .filter(line -> line.startsWith(epoch + ","))
                .findFirst()
                .map(line -> metrics(lines.get(0).split(","), line.split(",", -1)))
                .orElse(Map.of());
    }

    /** A row that a crash has torn has too few cells and is passed over. */
    private static Map<String, Double> metrics(String[] names, String[] cells) {
        Map<String, Double> metrics = new HashMap<>();
        for (int i = 0; i < names.length && cells.length == names.length; i++) {
            if (names[i].startsWith(PREFIX) && !cells[i].isEmpty()) {
                metrics.put(names[i].substring(PREFIX.length()), Double.valueOf(cells[i]));
            }
        }
        return Map.copyOf(metrics);
    }
}

package dev.fathom.ui.runs;

import dev.fathom.run.ReadOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The validation metrics of a run's best epoch, from its {@code metrics.csv}. */
final class BestMetrics {
    private static final String PREFIX = "val/";

    private final ReadOnce<Map<Integer, Map<String, Double>>> files = new ReadOnce<>(BestMetrics::read);

    /** Metrics by their names in events; empty if the epoch is not in the file. */
    Map<String, Double> of(Path csv, int epoch) {
        return files.of(csv).getOrDefault(epoch, Map.of());
    }

    private static Map<Integer, Map<String, Double>> read(Path csv) {
        try {
            List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
            Map<Integer, Map<String, Double>> epochs = new LinkedHashMap<>();
            String[] names = lines.isEmpty() ? new String[0] : lines.get(0).split(",");
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                addRow(names, line.split(",", -1), epochs);
            }
            return epochs;
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + csv, e);
        }
    }

    /** A row that a crash has torn has too few cells. */
    private static void addRow(String[] names, String[] cells, Map<Integer, Map<String, Double>> epochs) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.length, cells.length); i++) {
            if (names[i].startsWith(PREFIX) && !cells[i].isEmpty()) {
                metrics.put(names[i].substring(PREFIX.length()), Double.valueOf(cells[i]));
            }
        }
        if (cells.length == names.length && !metrics.isEmpty()) {
            epochs.put(Integer.valueOf(cells[0]), Map.copyOf(metrics));
        }
    }
}

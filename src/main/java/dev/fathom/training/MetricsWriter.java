package dev.fathom.training;

import dev.fathom.core.AtomicFiles;
import dev.fathom.prediction.MetricNames;
import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a row for each epoch to {@code metrics.csv} and the same numbers to a TensorBoard file. Columns are {@code
 * epoch, step, wall_time} (seconds since 1970) and the curves by their TensorBoard names; a cell is empty where an epoch
 * was not validated.
 */
final class MetricsWriter implements TrainingListener, AutoCloseable {
    private static final int KEYS = 3;
    private static final String TENSORBOARD = "events.out.tfevents.";

    private final Path csv;
    private final List<String> curves;
    private final Clock clock;
    private final TensorBoardFile tensorBoard;

    /**
     * Begins the files, or goes on with them: rows from {@code nextEpoch} on are dropped, because they will come again.
     *
     * @param lossNames names of the loss terms
     */
    MetricsWriter(RunFolder run, List<String> lossNames, int nextEpoch, Clock clock) throws IOException {
        this.csv = run.metrics();
        this.clock = clock;
        this.curves = new ArrayList<>(List.of("lr", "train/loss"));
        lossNames.forEach(name -> curves.add("train/" + name));
        MetricNames.TRAINING.forEach(name -> curves.add("val/" + name));
        List<String> rows = rowsBefore(nextEpoch);
        String header = "epoch,step,wall_time," + String.join(",", curves) + "\n";
        AtomicFiles.writeString(
                csv, header + String.join("", rows.stream().map(r -> r + "\n").toList()));
        deleteTensorBoardFiles(run.path());
        double now = wallTime();
        this.tensorBoard = new TensorBoardFile(run.path().resolve(TENSORBOARD + (long) now + ".fathom"), now);
        for (String row : rows) {
            toTensorBoard(row);
        }
    }

    /** Whole rows only; a crash may have torn the last. */
    private List<String> rowsBefore(int nextEpoch) throws IOException {
        List<String> rows = new ArrayList<>();
        if (Files.exists(csv)) {
            for (String line : Files.readAllLines(csv, StandardCharsets.UTF_8)) {
                String[] cells = line.split(",", -1);
                boolean whole = cells.length == KEYS + curves.size() && cells[0].matches("\\d{1,9}");
                if (whole && Integer.parseInt(cells[0]) < nextEpoch) {
                    rows.add(line);
                }
            }
        }
        return rows;
    }

    private static void deleteTensorBoardFiles(Path folder) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, TENSORBOARD + "*")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    private double wallTime() {
        return clock.millis() / 1000.0;
    }

    @Override
    public void onEpoch(EpochReport epoch) throws IOException {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("lr", epoch.learningRate());
        values.put("train/loss", epoch.trainLoss());
        epoch.trainTerms().forEach((name, value) -> values.put("train/" + name, value));
        epoch.validation()
                .map(MetricNames::training)
                .orElse(Map.of())
                .forEach((name, value) -> values.put("val/" + name, value));
        StringBuilder row = new StringBuilder();
        row.append(String.format(Locale.ROOT, "%d,%d,%.3f", epoch.epoch(), epoch.step(), wallTime()));
        for (String curve : curves) {
            Double value = values.get(curve);
            row.append(',').append(value == null ? "" : value);
        }
        Files.writeString(csv, row + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        toTensorBoard(row.toString());
    }

    private void toTensorBoard(String row) throws IOException {
        String[] cells = row.split(",", -1);
        for (int i = 0; i < curves.size(); i++) {
            String cell = cells[KEYS + i];
            if (!cell.isEmpty()) {
                tensorBoard.scalar(
                        curves.get(i),
                        Double.parseDouble(cell),
                        Long.parseLong(cells[1]),
                        Double.parseDouble(cells[2]));
            }
        }
    }

    @Override
    public void close() throws IOException {
        tensorBoard.close();
    }
}

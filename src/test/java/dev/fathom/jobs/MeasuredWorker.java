package dev.fathom.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A worker with the smallest heap that workers get, on a machine of 2 GB, whose resident memory is looked at whenever it
 * tells its progress.
 */
final class MeasuredWorker {
    private static final int QUARTERS = 4;

    /** @param part how much of the stage is done, 0 to 1 */
    private record Look(String stage, double part, long kilobytes) {}

    private final List<Look> looks = new CopyOnWriteArrayList<>();
    private final JsonNode value;
    private final double seconds;
    private long peak;

    /** Runs {@code fathom words} to its end. */
    MeasuredWorker(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + Environment.MIN_HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.fathom.Main",
                Jobs.WORKER_FLAG));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Environment.forEngine());
        long start = System.nanoTime();
        Process process = builder.start();
        Worker worker = new Worker(process, progress -> look(process, progress));
        value = worker.result().join().orThrow().get("value");
        seconds = (System.nanoTime() - start) / 1e9;
    }

    /** Whether this system tells the memory of a process. */
    static boolean isPossible() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    private void look(Process process, WorkerMessage.Progress progress) {
        if (progress.total() > 0) {
            looks.add(new Look(
                    progress.stage(), (double) progress.done() / progress.total(), kilobytes(process, "VmRSS:")));
            peak = Math.max(peak, kilobytes(process, "VmHWM:"));
        }
    }

    /** 0 if the process has just ended. */
    private static long kilobytes(Process process, String what) {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it reported. */
    JsonNode value() {
        return value;
    }

    double seconds() {
        return seconds;
    }

    double peakMegabytes() {
        return peak / 1024.0;
    }

    /** Median of the resident memory in each quarter of a stage, MiB. */
    double[] quarters(String stage) {
        double[] medians = new double[QUARTERS];
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int number = quarter;
            long[] found = looks.stream()
                    .filter(look -> look.stage.equals(stage) && look.kilobytes > 0)
                    .filter(look -> Math.min(QUARTERS - 1, (int) (look.part * QUARTERS)) == number)
                    .mapToLong(Look::kilobytes)
                    .sorted()
                    .toArray();
            medians[quarter] = found.length == 0 ? Double.NaN : found[found.length / 2] / 1024.0;
        }
        return medians;
    }
}

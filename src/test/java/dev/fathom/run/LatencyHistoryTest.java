package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyHistoryTest {
    /** As written before details were kept. */
    private static final String OLD =
            """
            {"model": "litedepth_f32.tflite", "sha256": "ab", "bytes": 12, "device": "local", "machine": "m",
             "runtime": "TFLite 2.20.0 with XNNPACK", "threads": 1, "xnnpack_partitions": 1, "not_delegated": 0,
             "load_millis": 1.5, "first_run_millis": 2.5, "warm_up_runs": 10, "steady": true,
             "statistics": {"runs": 1, "min": 3, "mean": 3, "std": 0, "p50": 3, "p90": 3, "p99": 3, "max": 3},
             "runs_millis": [3.0], "measured": "2026-11-20T10:00:00Z"}
            """;

    @TempDir
    private Path folder;

    private RunFolder run;

    @BeforeEach
    void makeARun() {
        String yaml = "model: {architecture: litedepth}\ndata: {folder: street}\n";
        run = RunFolder.create(folder, Json.parseYaml(yaml, RunConfig.class, "test"), null, Clock.systemUTC());
    }

    private static LatencyReport report(String model, String device, Instant when) {
        List<Double> runs = List.of(1.0, 2.0);
        return new LatencyReport(
                model,
                "ab",
                1,
                device,
                "m",
                "r",
                4,
                null,
                null,
                1,
                1,
                1,
                true,
                LatencyStatistics.of(runs),
                runs,
                when,
                null);
    }

    @Test
    void everyMeasurementIsAFileOfItsOwn() throws IOException {
        LatencyHistory history = new LatencyHistory(run);
        Instant now = Instant.parse("2026-11-21T15:00:00Z");
        Path first = history.add(report("a b.tflite", "pi@[fe80::1]:22", now));
        Path second = history.add(report("a b.tflite", "pi@[fe80::1]:22", now));
        assertTrue(
                first.getFileName().toString().matches("2026-11-2\\d_\\d{6}_a-b_pi-fe80-1-22_4-threads.json"),
                first.toString());
        assertTrue(second.getFileName().toString().endsWith("-2.json"));
        assertEquals(2, history.of("a b.tflite", "pi@[fe80::1]:22").size());
    }

    @Test
    void oldFilesAreReadAndBrokenOnesLeftOut() throws IOException {
        Files.createDirectories(run.latency());
        Files.writeString(run.latency().resolve("local-1-threads.json"), OLD);
        Files.writeString(run.latency().resolve("broken.json"), "{");
        LatencyHistory history = new LatencyHistory(run);
        history.add(report("x.tflite", "local", Instant.parse("2026-11-19T10:00:00Z")));
        List<LatencyReport> all = history.all();
        assertEquals(
                List.of("x.tflite", "litedepth_f32.tflite"),
                all.stream().map(LatencyReport::model).toList());
        assertNull(all.get(1).details());
        assertTrue(all.get(1).outputAccepted());
        try (Stream<Path> files = Files.list(run.latency())) {
            assertEquals(3, files.count());
        }
    }

    @Test
    void theLeaderboardsAreWholeAndInOrder() {
        List<Leaderboard> all = Leaderboard.all();
        assertEquals(
                List.of(12, 7), all.stream().map(board -> board.rows().size()).toList());
        for (Leaderboard board : all) {
            List<Double> scores =
                    board.rows().stream().map(Leaderboard.Row::score).toList();
            assertEquals(scores.stream().sorted((a, b) -> Double.compare(b, a)).toList(), scores);
        }
    }
}

package dev.fathom.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fathom.run.RunState;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program's main job on a tiny data set: interrupted, continued, repeated. */
class QuickstartIT {
    private static final long INTERRUPT_AFTER_MILLIS = 6_000;

    @TempDir
    Path root;

    @Test
    void stopsOnRequestContinuesAndEndsWithOneTable() throws Exception {
        Path data = new TinyRuns(root).data();
        Path out = root.resolve("out");
        Process first = quickstart(out, data);
        Thread.sleep(INTERRUPT_AFTER_MILLIS);
        first.destroy();
        assertTrue(first.waitFor(60, TimeUnit.SECONDS), "does not stop");
        for (Workspace.Entry run : new Workspace(out).list()) {
            assertTrue(run.state().isResumable() || run.state() == RunState.FINISHED || run.state() == RunState.QUEUED);
        }
        assertEquals(0, finished(quickstart(out, data)), output());
        requireResult(out);
        List<String> runs = ids(out);
        assertEquals(4, runs.size());
        assertEquals(0, finished(quickstart(out, data)), output());
        assertEquals(runs, ids(out), "what is finished is not done again");
    }

    private static void requireResult(Path out) throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(out.resolve("quickstart-result.json").toFile());
        assertEquals(3, rows.size());
        for (JsonNode row : rows) {
            double error = row.at("/evaluation/metrics/si_rmse").asDouble(Double.NaN);
            assertTrue(error > 0 && error < 5, row.toString());
            assertTrue(row.at("/export/parity/passed").asBoolean(), row.toString());
            assertEquals(1, row.at("/export/xnnpack_partitions").asInt());
            assertTrue(row.at("/latency/statistics/p50").asDouble() > 0, row.toString());
        }
        assertEquals(387_953, rows.get(2).at("/evaluation/parameters").asInt());
        String text = Files.readString(out.resolve("quickstart-result.txt"));
        assertTrue(text.contains("teacher") && text.contains("student") && text.contains("distilled"), text);
    }

    private List<String> ids(Path out) throws IOException {
        return new Workspace(out).list().stream().map(e -> e.folder().id()).toList();
    }

    private Process quickstart(Path out, Path data) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("fathom.bin"),
                        "quickstart",
                        "--out",
                        out.toString(),
                        "--data",
                        data.toString(),
                        "--epochs-scale",
                        "0.02")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        root.resolve("output.txt").toFile()))
                .start();
    }

    private static int finished(Process process) throws InterruptedException {
        assertTrue(process.waitFor(8, TimeUnit.MINUTES), "does not end");
        return process.exitValue();
    }

    private String output() throws IOException {
        return Files.readString(root.resolve("output.txt"));
    }
}

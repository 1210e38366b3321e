package dev.fathom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.engine.Weights;
import dev.fathom.graph.Graph;
import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Padding;
import dev.fathom.graph.Tensor;
import dev.fathom.graph.TensorShape;
import dev.fathom.run.Json;
import dev.fathom.run.LatencyReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLatencyTest {
    @TempDir
    private Path folder;

    @Test
    void everyRunIsKeptAndTheReportSurvivesItsFile() throws IOException {
        Path model = export();
        LatencyReport report = LocalLatency.measure(model, new LocalLatency.Settings(2, 12, 20), Monitor.NONE);
        assertEquals(20, report.runsMillis().size());
        assertTrue(report.runsMillis().stream().allMatch(millis -> millis > 0));
        assertEquals(20, report.statistics().runs());
        assertTrue(report.warmUpRuns() <= 12);
        assertTrue(report.steady() || report.warmUpRuns() == 12);
        assertEquals(2, report.threads());
        assertEquals(1, report.xnnpackPartitions());
        assertEquals("local", report.device());
        assertTrue(report.runtime().matches("TFLite \\d+\\.\\d+\\.\\d+ with XNNPACK"), report.runtime());
        Path file = folder.resolve("latency.json");
        Json.writeFile(file, report);
        assertEquals(report, Json.readFile(file, LatencyReport.class));
    }

    @Test
    void aCancelRequestStopsTheRuns() {
        Path model = export();
        Monitor cancelled = new Monitor() {
            private int calls;

            @Override
            public void progress(String stage, long done, long total) {
                calls++;
            }

            @Override
            public boolean isCancelled() {
                return calls == 3;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> LocalLatency.measure(model, LocalLatency.Settings.DEFAULT, cancelled));
    }

    @Test
    void settingsWithoutRunsAreRefused() {
        assertThrows(UserException.class, () -> new LocalLatency.Settings(1, 10, 0));
        assertThrows(UserException.class, () -> new LocalLatency.Settings(0, 10, 10));
    }

    @Test
    void warmUpEndsWhenTwoGroupsOfFiveAgreeWithinThreePercent() {
        WarmUp warmUp = new WarmUp(100);
        for (double millis : new double[] {9, 8, 7, 6, 5}) {
            warmUp.add(millis);
        }
        assertTrue(warmUp.goesOn());
        for (int i = 0; i < 5; i++) {
            warmUp.add(5);
        }
        assertFalse(warmUp.isSteady());
        for (int i = 0; i < 5; i++) {
            warmUp.add(5.1);
        }
        assertTrue(warmUp.isSteady());
        assertFalse(warmUp.goesOn());
    }

    @Test
    void warmUpEndsAtItsLimitWithoutBeingSteady() {
        WarmUp warmUp = new WarmUp(12);
        for (int i = 0; i < 12; i++) {
            assertTrue(warmUp.goesOn());
            warmUp.add(1 << i);
        }
        assertFalse(warmUp.goesOn());
        assertFalse(warmUp.isSteady());
    }

    private Path export() {
        GraphBuilder b = new GraphBuilder("small");
        Tensor x = b.input("image", TensorShape.chw(3, 64, 64));
        b.output("depth", b.conv("conv", x, 8, 3, 2, new Padding.Same(), true));
        Graph graph = b.build();
        return Exporter.export(graph, Weights.initial(graph, 1), folder.resolve("small.tflite"))
                .file();
    }
}

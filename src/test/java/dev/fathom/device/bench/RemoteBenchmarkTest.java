package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.LocalMachine;
import dev.fathom.run.Json;
import dev.fathom.run.LatencyReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on this machine: its own shell, its own Python, the TFLite library that a device would get. */
class RemoteBenchmarkTest {
    private static final BenchmarkOptions SHORT =
            BenchmarkOptions.usual().withThreads(1).withWarmUp(10).withRuns(10);

    @TempDir
    private Path home;

    @TempDir
    private static Path models;

    private static Path small;
    private LocalMachine machine;

    @BeforeAll
    static void exportAModel() {
        small = SmallModel.export(models.resolve("small.tflite"));
    }

    @BeforeEach
    void onlyWherePythonIs() {
        assumeTrue(LocalPython.isThere(), "needs Linux on x86-64 or aarch64 and python3");
        machine = new LocalMachine(Map.of("HOME", home.toString()));
    }

    @Test
    void twoModelsAreMeasuredInTurnsWithEachNumberOfThreads() throws IOException {
        Path other = SmallModel.exportOther(models.resolve("other.tflite"));
        BenchmarkRequest request = new BenchmarkRequest(
                List.of(small, other),
                BenchmarkOptions.usual()
                        .withThreads(1, 2)
                        .withWarmUp(15)
                        .withRuns(25)
                        .withProfile());
        List<Measurement> measured = RemoteBenchmark.run(machine, request, Monitor.NONE);
        assertEquals(
                List.of("small.tflite 1", "other.tflite 1", "small.tflite 2", "other.tflite 2"),
                measured.stream()
                        .map(m -> m.report().model() + " " + m.report().threads())
                        .toList());
        for (Measurement m : measured) {
            LatencyReport report = m.report();
            assertEquals(25, report.runsMillis().size());
            assertTrue(report.runsMillis().stream().allMatch(millis -> millis > 0));
            assertEquals(1, report.xnnpackPartitions());
            assertEquals(0, report.notDelegated());
            assertTrue(report.runtime().matches("TFLite \\d+\\.\\d+\\.\\d+ with XNNPACK"), report.runtime());
            assertFalse(report.details().operations().isEmpty());
            assertNotNull(report.details().verdict());
            assertTrue(report.details().peakMemory() > 1_000_000);
            assertArrayEquals(SmallModel.desktopOutput(m.model()), m.output(), report.model());
            Path file = home.resolve("report.json");
            Json.writeFile(file, report);
            assertEquals(report, Json.readFile(file, LatencyReport.class));
        }
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void secondsInsteadOfRuns() {
        BenchmarkRequest request = new BenchmarkRequest(
                List.of(small),
                BenchmarkOptions.usual().withThreads(1).withWarmUp(10).withSeconds(0.3));
        LatencyReport report =
                RemoteBenchmark.run(machine, request, Monitor.NONE).get(0).report();
        double total =
                report.runsMillis().stream().mapToDouble(Double::doubleValue).sum();
        assertTrue(total >= 300 && total < 3000, total + " ms");
    }

    @Test
    void namesMayHoldAnythingThatAFileNameMay() throws IOException {
        Path folder = Files.createDirectories(models.resolve("-odd folder"));
        List<String> names =
                List.of("-n.tflite", "it's $(touch x) `y` \"z\".tflite", "größe 深度; rm -rf .tflite", "a\nb");
        List<Path> odd = new ArrayList<>();
        for (String name : names) {
            odd.add(Files.copy(small, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING));
        }
        List<Measurement> measured = RemoteBenchmark.run(machine, new BenchmarkRequest(odd, SHORT), Monitor.NONE);
        assertEquals(names, measured.stream().map(m -> m.report().model()).toList());
        try (Stream<Path> inHome = Files.list(home)) {
            assertEquals(
                    List.of(".cache"),
                    inHome.map(path -> path.getFileName().toString()).toList());
        }
    }

    @Test
    void aFileThatIsNoModelIsNamedInASentence() throws IOException {
        Path broken = models.resolve("broken.tflite");
        byte[] bytes = Files.readAllBytes(small);
        Files.write(broken, Arrays.copyOf(bytes, bytes.length / 2));
        UserException refused = assertThrows(
                UserException.class,
                () -> RemoteBenchmark.run(machine, new BenchmarkRequest(List.of(broken), SHORT), Monitor.NONE));
        assertTrue(refused.what().contains("broken.tflite"), refused.what());
    }

    @Test
    void withoutPythonTheCommandThatInstallsItIsTold() throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        for (String tool : List.of("sh", "sed", "head", "tr", "cut", "uname", "df", "tail", "mkdir")) {
            Path script =
                    Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + LocalPython.find(tool) + " \"$@\"\n");
            assertTrue(script.toFile().setExecutable(true));
        }
        LocalMachine bare = new LocalMachine(Map.of("HOME", home.toString(), "PATH", bin.toString()));
        UserException refused = assertThrows(
                UserException.class,
                () -> RemoteBenchmark.run(bare, new BenchmarkRequest(List.of(small), SHORT), Monitor.NONE));
        assertEquals("this machine has no Python, and measuring needs Python 3.7", refused.what());
        assertTrue(refused.remedy().contains("sudo apt-get install python3"), refused.remedy());
    }

    @Test
    void aCancelRequestEndsTheRunner() throws Exception {
        BenchmarkRequest longRun = new BenchmarkRequest(
                List.of(small),
                BenchmarkOptions.usual().withThreads(1).withWarmUp(10).withSeconds(600));
        CancelWhen cancel = new CancelWhen("Measuring");
        long start = System.nanoTime();
        assertThrows(CancellationException.class, () -> RemoteBenchmark.run(machine, longRun, cancel));
        assertTrue(System.nanoTime() - start < 200e9, "it would measure for ten minutes");
        LocalPython.awaitNoRunner(home);
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void aRunnerWhoseParentIsGoneEndsItself() throws Exception {
        BenchmarkRequest longRun = new BenchmarkRequest(
                List.of(small),
                BenchmarkOptions.usual().withThreads(1).withWarmUp(10).withSeconds(600));
        CutMachine cut = new CutMachine(machine, "FATHOM-PROGRESS {\"stage\": \"Measuring");
        UserException lost = assertThrows(UserException.class, () -> RemoteBenchmark.run(cut, longRun, Monitor.NONE));
        assertTrue(lost.what().startsWith("The connection to this machine was lost"), lost.what());
        LocalPython.awaitNoRunner(home);
    }

    @Test
    void whatAnEarlierConnectionLeftRunningIsEnded() throws Exception {
        Process left = leaveRunning("nobody@gone/1");
        try {
            UserException refused = assertThrows(UserException.class, this::measureSmall);
            assertTrue(refused.what().endsWith("is measuring for nobody@gone/1"), refused.what());
            assertTrue(refused.remedy().endsWith("kill " + left.pid()), refused.remedy());
            String ofThisDesktop = Leftover.owner().replaceAll("/\\d+$", "/");
            Files.writeString(pidFile(), left.pid() + " " + ofThisDesktop + Long.MAX_VALUE + "\n");
            measureSmall();
            assertTrue(left.waitFor(30, TimeUnit.SECONDS), "it lives");
        } finally {
            left.destroyForcibly();
        }
    }

    private void measureSmall() {
        RemoteBenchmark.run(machine, new BenchmarkRequest(List.of(small), SHORT), Monitor.NONE);
    }

    private Path pidFile() {
        return home.resolve(".cache/fathom/runner.pid");
    }

    /** A process that looks like a runner; it has the lock only by name, so that the next one can have it. */
    private Process leaveRunning(String owner) throws IOException {
        Files.createDirectories(pidFile().getParent());
        Path script = Files.writeString(home.resolve(".cache/fathom/fathom_bench.sh"), "read line\n");
        Process looksAlike = new ProcessBuilder("sh", script.toString()).start();
        Files.writeString(pidFile(), looksAlike.pid() + " " + owner + "\n");
        return looksAlike;
    }
}

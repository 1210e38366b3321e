package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.ssh.OpenSshServer;
import dev.fathom.device.ssh.SshMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole way over a real OpenSSH server, and every way in which it may break. */
@Timeout(240)
class RemoteBenchmarkOverSshTest {
    private static final String RUNNER_PID = ".cache/fathom/runner.pid";

    @TempDir
    private static Path models;

    private static Path small;
    private static OpenSshServer server;

    @BeforeAll
    static void start() {
        assumeTrue(LocalPython.isThere(), "needs Linux on x86-64 or aarch64 and python3");
        small = SmallModel.export(models.resolve("klein & \"größer\".tflite"));
        server = OpenSshServer.start(models.resolve("server"), List.of("ed25519"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private List<Measurement> measure(BenchmarkRequest request, Monitor monitor) {
        try (SshMachine machine = server.connect()) {
            return RemoteBenchmark.run(machine, request, monitor);
        }
    }

    private static BenchmarkRequest forLong() {
        return new BenchmarkRequest(
                List.of(small),
                BenchmarkOptions.usual().withThreads(1).withWarmUp(10).withSeconds(600));
    }

    private static BenchmarkRequest forShort(Path... files) {
        return new BenchmarkRequest(
                List.of(files),
                BenchmarkOptions.usual().withThreads(1).withWarmUp(10).withRuns(10));
    }

    @Test
    void modelsOfAnyNameAreMeasuredInTurnsAmongTheNoiseOfALoginShell() throws IOException {
        Files.createDirectories(server.home());
        Files.writeString(server.home().resolve(".bashrc"), "echo Welcome; echo FATHOM-RESULT not json\n");
        List<Path> files = new ArrayList<>(List.of(small, SmallModel.exportOther(models.resolve("-other.tflite"))));
        for (String odd : List.of("it's $(touch x) `y`.tflite", "größe 深度; rm -rf .tflite", "a\nb", "%s\\n.tflite")) {
            files.add(Files.copy(small, models.resolve(odd)));
        }
        List<Measurement> measured = measure(forShort(files.toArray(Path[]::new)), Monitor.NONE);
        assertEquals(files, measured.stream().map(Measurement::model).toList());
        for (Measurement m : measured) {
            assertEquals(10, m.report().runsMillis().size());
            assertArrayEquals(SmallModel.desktopOutput(m.model()), m.output());
            assertTrue(
                    m.report().device().endsWith("@127.0.0.1:" + server.port()),
                    m.report().device());
        }
        assertOnlyTheCacheWasWritten();
    }

    private void assertOnlyTheCacheWasWritten() throws IOException {
        try (Stream<Path> all = Files.list(server.home())) {
            assertEquals(
                    List.of(".bashrc", ".cache"),
                    all.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aLinkThatBreaksDuringTheUploadIsGoneOnWith() throws Exception {
        try (SshMachine machine = server.connect()) {
            RemoteBenchmark.clean(machine);
        }
        OnProgress drop = new OnProgress("Uploading libjnitensorflowlite.so", 3_000_000, server::dropConnections);
        UserException lost = assertThrows(UserException.class, () -> measure(forShort(small), drop));
        assertTrue(lost.what().contains("was lost"), lost.what());
        assertTrue(lost.remedy().contains("uploads go on where they stopped"), lost.remedy());
        OnProgress first = new OnProgress("Uploading libjnitensorflowlite.so", 0, () -> {});
        assertEquals(1, measure(forShort(small), first).size());
        assertTrue(first.firstSeen() > 0, "it began at " + first.firstSeen());
    }

    @Test
    void aLinkThatBreaksDuringTheRunLeavesNothingRunningAndNothingReported() throws Exception {
        OnProgress drop = new OnProgress("Measuring", 0, server::dropConnections);
        UserException lost = assertThrows(UserException.class, () -> measure(forLong(), drop));
        assertTrue(lost.what().contains("what was being measured is thrown away"), lost.what());
        LocalPython.awaitNoRunner(server.home());
        assertEquals(1, measure(forShort(small), Monitor.NONE).size());
    }

    @Test
    void aCancelRequestEndsTheRunnerThere() throws Exception {
        long start = System.nanoTime();
        assertThrows(CancellationException.class, () -> measure(forLong(), new CancelWhen("Measuring")));
        assertTrue(System.nanoTime() - start < 200e9, "it would measure for ten minutes");
        LocalPython.awaitNoRunner(server.home());
        assertFalse(Files.exists(server.home().resolve(RUNNER_PID)));
    }
}

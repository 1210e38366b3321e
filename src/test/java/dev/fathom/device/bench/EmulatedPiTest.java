package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.Machine;
import dev.fathom.device.ssh.EmulatedPi;
import dev.fathom.device.ssh.HostKeyQuestion;
import dev.fathom.device.ssh.SecretPrompt;
import dev.fathom.device.ssh.SshMachine;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.OutputCheck;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An aarch64 system behind its own OpenSSH server, see {@link EmulatedPi}. Times of an emulated one mean nothing; what it
 * computes does.
 */
@Tag("slow")
@Timeout(1800)
class EmulatedPiTest {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final BenchmarkOptions ONCE =
            BenchmarkOptions.usual().withThreads(1).withWarmUp(0).withRuns(1);
    private static final BenchmarkOptions FOR_LONG =
            BenchmarkOptions.usual().withThreads(1).withWarmUp(0).withSeconds(600);

    @TempDir
    private Path folder;

    private EmulatedPi pi;

    @BeforeEach
    void find() {
        pi = EmulatedPi.find();
    }

    private LatencyJob connect() throws IOException {
        MeasuringPlace place = new MeasuringPlace.Host(
                pi.target(),
                pi.files(folder.resolve("user")),
                HostKeyQuestion.ACCEPT_NEW,
                SecretPrompt.NOBODY,
                warning -> {});
        return LatencyJob.connect(place, PiExports.DESKTOP, Monitor.NONE);
    }

    private List<LatencyReport> measure(List<Path> files, BenchmarkOptions options, Monitor monitor)
            throws IOException {
        List<MeasuredModel> models = new ArrayList<>();
        for (Path file : files) {
            models.addAll(MeasuredModel.find(file.toString(), new Workspace(folder), List.of()));
        }
        try (LatencyJob job = connect()) {
            return job.measure(models, options, monitor).stream()
                    .map(LatencyResult::report)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"litedepth", "fathom-s"})
    void everyFormatGivesWhatTheDesktopGives(String network) throws IOException {
        List<Path> files = PiExports.of(network, Files.createDirectories(folder.resolve("export")));
        List<LatencyReport> reports = measure(files, ONCE, Monitor.NONE);
        assertEquals(4, reports.size());
        for (LatencyReport report : reports) {
            assertEquals("aarch64", report.details().probe().architecture());
            OutputCheck output = report.details().output();
            System.out.println(report.model() + ": " + output.desktop());
            assertEquals(0, output.notFinite(), report.model());
            assertTrue(output.max() > output.min(), report.model() + " gives one value everywhere");
            assertTrue(output.desktop().same(), report.model() + ": " + output.desktop());
            assertEquals(1, report.xnnpackPartitions(), report.model());
        }
        assertEquals(OutputComparison.FLOAT_LIMIT, limit(reports.get(0)));
        OutputCheck.Difference int8 = reports.get(3).details().output().desktop();
        assertEquals(0, int8.limit(), "int8 computes in whole numbers from end to end");
        assertEquals(0, int8.max(), "int8 is the same to the bit");
    }

    private static double limit(LatencyReport report) {
        return report.details().output().desktop().limit();
    }

    @Test
    void twoModelsWithOddNamesAreMeasuredInTurns() throws IOException {
        Path one = SmallModel.export(folder.resolve("it's \"one\" $(touch x).tflite"));
        Path other = SmallModel.exportOther(folder.resolve("-größer 深度; rm -rf .tflite"));
        BenchmarkOptions options =
                BenchmarkOptions.usual().withThreads(1, 2).withWarmUp(10).withRuns(20);
        List<LatencyReport> reports = measure(List.of(one, other), options, Monitor.NONE);
        assertEquals(4, reports.size());
        for (LatencyReport report : reports) {
            assertEquals(20, report.runsMillis().size());
            assertTrue(report.details().output().desktop().same(), report.model());
        }
    }

    /** Ends every other connection of the user, as if its server died. */
    private static final String DROP_OTHERS =
            """
            mine=$$
            while ! ps -o comm= "$mine" | grep -q '^sshd'; do mine=$(ps -o ppid= "$mine" | tr -d ' '); done
            for other in $(pgrep -u pi '^sshd'); do [ "$other" = "$mine" ] || kill -9 "$other"; done
            """;

    private static void dropOthers(Machine looker) {
        try {
            looker.run(DROP_OTHERS, LIMIT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aLinkThatBreaksDuringTheUploadIsGoneOnWith() throws IOException {
        Path model = SmallModel.export(folder.resolve("small.tflite"));
        try (LatencyJob job = connect()) {
            job.clean();
        }
        try (SshMachine looker = pi.connect(folder.resolve("looker"))) {
            OnProgress drop = new OnProgress("Uploading libjnitensorflowlite.so", 3_000_000, () -> dropOthers(looker));
            UserException lost = assertThrows(UserException.class, () -> measure(List.of(model), ONCE, drop));
            assertTrue(lost.what().contains("was lost"), lost.what());
        }
        OnProgress first = new OnProgress("Uploading libjnitensorflowlite.so", 0, () -> {});
        assertEquals(1, measure(List.of(model), ONCE, first).size());
        assertTrue(first.firstSeen() > 0, "it began at " + first.firstSeen());
    }

    @Test
    void aLinkThatBreaksDuringTheRunLeavesNothingRunning() throws Exception {
        Path model = SmallModel.export(folder.resolve("small.tflite"));
        try (SshMachine looker = pi.connect(folder.resolve("looker"))) {
            OnProgress drop = new OnProgress("Measuring", 0, () -> dropOthers(looker));
            UserException lost = assertThrows(UserException.class, () -> measure(List.of(model), FOR_LONG, drop));
            assertTrue(lost.what().contains("what was being measured is thrown away"), lost.what());
            awaitNoRunner(looker);
        }
        assertEquals(1, measure(List.of(model), ONCE, Monitor.NONE).size());
    }

    @Test
    void aCancelRequestEndsTheRunnerThere() throws Exception {
        Path model = SmallModel.export(folder.resolve("small.tflite"));
        assertThrows(CancellationException.class, () -> measure(List.of(model), FOR_LONG, new CancelWhen("Measuring")));
        try (SshMachine looker = pi.connect(folder.resolve("looker"))) {
            awaitNoRunner(looker);
        }
    }

    private static void awaitNoRunner(Machine machine) throws Exception {
        for (int i = 0; i < 60; i++) {
            // The brackets keep the pattern from finding the shell that looks for it.
            if (machine.run("pgrep -f '[f]athom_bench'", LIMIT).out().isBlank()) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError(machine.run("ps ax", LIMIT).out());
    }
}

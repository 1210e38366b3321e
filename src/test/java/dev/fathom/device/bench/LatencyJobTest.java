package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.Monitor;
import dev.fathom.core.UserException;
import dev.fathom.device.ssh.HostKeyQuestion;
import dev.fathom.device.ssh.OpenSshServer;
import dev.fathom.device.ssh.SecretPrompt;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.LatencyHistory;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Measuring as the window and the command line do it, over a real OpenSSH server. */
@Timeout(240)
class LatencyJobTest {
    private static final BenchmarkOptions SHORT =
            BenchmarkOptions.usual().withThreads(1).withWarmUp(10).withRuns(10);
    private static final DesktopOutputs SAME = (models, monitor) -> models.stream()
            .map(model -> new DesktopOutputs.Output(SmallModel.desktopOutput(model), Agreement.CLOSE))
            .toList();

    @TempDir
    private static Path shared;

    private static Path small;
    private static OpenSshServer server;

    @TempDir
    private Path folder;

    private RunWithExports run;

    @BeforeAll
    static void start() {
        assumeTrue(LocalPython.isThere(), "needs Linux on x86-64 or aarch64 and python3");
        small = SmallModel.export(shared.resolve("small.tflite"));
        server = OpenSshServer.start(shared.resolve("server"), List.of("ed25519"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void exportARun() throws IOException {
        run = RunWithExports.in(folder);
        run.add(small, ExportFormat.F32, 0.2);
    }

    private static LatencyJob connect(DesktopOutputs desktop) {
        MeasuringPlace place = new MeasuringPlace.Host(
                server.target(), server.files(), HostKeyQuestion.REFUSE, SecretPrompt.NOBODY, warning -> {});
        return LatencyJob.connect(place, desktop, Monitor.NONE);
    }

    private List<LatencyResult> measure(DesktopOutputs desktop) throws IOException {
        List<MeasuredModel> models = MeasuredModel.find("small", new Workspace(folder), List.of());
        try (LatencyJob job = connect(desktop)) {
            return job.measure(models, SHORT, Monitor.NONE);
        }
    }

    private LatencyReport onlyOne(List<LatencyResult> results) throws IOException {
        assertEquals(1, results.size());
        assertEquals(
                List.of(results.get(0).report()), new LatencyHistory(run.run()).all(), "the history has what is given");
        return results.get(0).report();
    }

    @Test
    void oneConnectionIsLookedAtMeasuredComparedAndKept() throws IOException {
        try (LatencyJob job = connect(SAME)) {
            DeviceLook look = job.look();
            assertTrue(look.canMeasure());
            assertTrue(look.device().endsWith("@127.0.0.1:" + server.port()), look.device());
            assertTrue(look.checks().stream().anyMatch(check -> check.name().equals("Free disk")));
            List<MeasuredModel> models = MeasuredModel.find("small", new Workspace(folder), List.of());
            LatencyReport report = onlyOne(job.measure(models, SHORT, Monitor.NONE));
            assertEquals("small_f32.tflite", report.model());
            assertTrue(report.details().output().desktop().same());
            assertTrue(report.outputAccepted());
        }
    }

    @Test
    void aWrongOutputIsKeptAndNotAccepted() throws IOException {
        DesktopOutputs zeros = (models, monitor) ->
                List.of(new DesktopOutputs.Output(new byte[SmallModel.desktopOutput(small).length], Agreement.CLOSE));
        LatencyReport report = onlyOne(measure(zeros));
        assertFalse(report.outputAccepted());
        assertFalse(report.details().output().desktop().same());
    }

    @Test
    void aMeasurementOutlivesAComparisonThatFailsOrIsStopped() throws IOException {
        LatencyReport failed = onlyOne(measure((models, monitor) -> {
            throw new UserException("TFLite does not work here", "None");
        }));
        assertEquals(10, failed.runsMillis().size());
        assertNull(failed.details().output().desktop());
        assertTrue(
                failed.details()
                        .notes()
                        .contains("The output was not compared with the desktop's: TFLite does not work here"),
                failed.details().notes().toString());
        List<LatencyResult> stopped = measure((models, monitor) -> {
            throw new CancellationException();
        });
        assertTrue(
                stopped.get(0).report().details().notes().get(0).endsWith("it was stopped"),
                stopped.get(0).report().details().notes().toString());
        assertTrue(stopped.get(0).kept().isPresent());
    }

    @Test
    void anExportThatIsAnotherFileThanItsReportSaysIsRefused() throws IOException {
        List<MeasuredModel> models = MeasuredModel.find("small", new Workspace(folder), List.of());
        SmallModel.exportOther(run.file(ExportFormat.F32));
        UserException found = assertThrows(UserException.class, () -> measure(SAME));
        assertTrue(found.what().contains("is not the file that was exported"), found.what());
        try (LatencyJob job = connect(SAME)) {
            UserException later = assertThrows(UserException.class, () -> job.measure(models, SHORT, Monitor.NONE));
            assertEquals(found.sentence(), later.sentence());
        }
    }

    @Test
    void whatIsCutOffOrNoModelIsRefusedBeforeAnythingIsUploaded() throws IOException {
        byte[] whole = Files.readAllBytes(small);
        for (int length : List.of(0, 7, 100, whole.length / 2, whole.length - 1)) {
            Path cut = Files.write(folder.resolve("cut.tflite"), Arrays.copyOf(whole, length));
            UserException refused = assertThrows(
                    UserException.class, () -> MeasuredModel.find(cut.toString(), new Workspace(folder), List.of()));
            String why = length < 16 ? "is not a TFLite model" : "is a TFLite model that is damaged or cut off";
            assertEquals(cut + " " + why, refused.what());
        }
        Path padded = Files.write(folder.resolve("whole.TFLITE"), Arrays.copyOf(whole, whole.length + 3));
        assertEquals(
                1,
                MeasuredModel.find(padded.toString(), new Workspace(folder), List.of())
                        .size());
    }

    @Test
    void aRunIsMeasuredInTheFormatsThatWereExportedOrAskedFor() throws IOException {
        run.add(small, ExportFormat.INT8, null);
        Workspace workspace = new Workspace(folder);
        assertEquals(
                List.of(run.file(ExportFormat.F32), run.file(ExportFormat.INT8)),
                MeasuredModel.find("small", workspace, List.of()).stream()
                        .map(MeasuredModel::file)
                        .toList());
        assertEquals(
                List.of(run.file(ExportFormat.INT8)),
                MeasuredModel.find("small", workspace, List.of(ExportFormat.INT8)).stream()
                        .map(MeasuredModel::file)
                        .toList());
        UserException missing = assertThrows(
                UserException.class, () -> MeasuredModel.find("small", workspace, List.of(ExportFormat.F16)));
        assertTrue(missing.sentence().contains("fathom export small --format f16"), missing.sentence());
    }
}

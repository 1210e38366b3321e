package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.MaiScore;
import dev.fathom.core.UserException;
import dev.fathom.run.DeviceProbe;
import dev.fathom.run.DeviceState;
import dev.fathom.run.ExportFormat;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import dev.fathom.run.LatencyVerdict;
import dev.fathom.run.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which si-RMSE a score rests on, and what is said of it. */
class LatencyScoreTest {
    @TempDir
    private static Path models;

    private static Path small;

    @TempDir
    private Path folder;

    private RunWithExports run;

    @BeforeAll
    static void exportAModel() {
        small = SmallModel.export(models.resolve("small.tflite"));
    }

    @BeforeEach
    void makeARun() throws IOException {
        run = RunWithExports.in(folder);
        run.add(small, ExportFormat.F32, 0.9);
        run.add(small, ExportFormat.INT8, 0.5);
        run.add(small, ExportFormat.DYNAMIC, null);
    }

    private MeasuredModel model(ExportFormat format) throws IOException {
        return MeasuredModel.find("small", new Workspace(folder), List.of(format))
                .get(0);
    }

    private SiRmse siRmse(ExportFormat format) throws IOException {
        return SiRmse.of(model(format));
    }

    @Test
    void floatFilesRestOnTheNewestEvaluationOfTheRunsOwnData() throws IOException {
        run.evaluated("val-mai-old", "mai", RunWithExports.DATA, 0.40, 1);
        run.evaluated("val-mai", "mai", RunWithExports.DATA, 0.30, 2);
        run.evaluated("other-data", "mai", "another", 0.01, 3);
        run.evaluated("plain", "plain", RunWithExports.DATA, 0.02, 4);
        SiRmse found = siRmse(ExportFormat.F32);
        assertEquals(0.30, found.value());
        assertEquals("the weights on 7 validation images of the run's data, evaluated in val-mai.json", found.source());
    }

    @Test
    void anEvaluationOfOtherDataIsNone() throws IOException {
        run.evaluated("other-data", "mai", "another", 0.01, 3);
        UserException refused = assertThrows(UserException.class, () -> siRmse(ExportFormat.F32));
        assertTrue(refused.what().endsWith("has not been evaluated on its own data under the mai protocol"));
        assertEquals("Run first: fathom evaluate " + run.run().id() + " --data street", refused.remedy());
    }

    @Test
    void filesOfWholeNumbersRestOnTheirOwnMetrics() throws IOException {
        run.evaluated("val-mai", "mai", RunWithExports.DATA, 0.30, 2);
        assertEquals(0.5, siRmse(ExportFormat.INT8).value());
        assertTrue(siRmse(ExportFormat.INT8).source().startsWith("the int8 file itself on "));
        UserException refused = assertThrows(UserException.class, () -> siRmse(ExportFormat.DYNAMIC));
        assertTrue(refused.remedy().contains("--format dynamic --data DIR"), refused.remedy());
    }

    @Test
    void aFileOfNoRunHasNoScore() throws IOException {
        MeasuredModel alone = MeasuredModel.find(small.toString(), new Workspace(folder), List.of())
                .get(0);
        UserException refused = assertThrows(UserException.class, () -> SiRmse.of(alone));
        assertTrue(refused.what().endsWith("small.tflite is not in the export folder of a run"), refused.what());
    }

    @Test
    void theScoreSaysWhyItMayNotCompare() throws IOException {
        LatencyScore elsewhere = LatencyScore.of(
                new LatencyResult(model(ExportFormat.INT8), report("QEMU", false), Optional.empty()), MaiScore.MAI2022);
        // 2^(-20 * 0.5) / (0.04 / 640)
        assertEquals(15.625, elsewhere.score(), 1e-9);
        assertEquals(
                List.of(
                        "not on a Raspberry Pi 4 but on QEMU",
                        "busy",
                        "gives 96x96 instead of 480x640",
                        "on the run's own validation images, not the challenge's"),
                elsewhere.caveats());
        LatencyScore pi = LatencyScore.of(
                new LatencyResult(
                        model(ExportFormat.INT8), report("Raspberry Pi 4 Model B Rev 1.4", true), Optional.empty()),
                MaiScore.MAI2022);
        assertEquals(2, pi.caveats().size(), pi.caveats().toString());
    }

    private static LatencyReport report(String board, boolean clean) {
        DeviceState state = new DeviceState(null, null, null, null, null);
        DeviceProbe probe = new DeviceProbe(
                board, "os", "k", "aarch64", 64, null, 4, null, null, null, state, null, "python3 3.11.2", List.of());
        LatencyVerdict verdict =
                new LatencyVerdict(clean ? LatencyVerdict.Kind.CLEAN : LatencyVerdict.Kind.BUSY, List.of());
        List<Double> runs = List.of(40.0, 40.0, 41.0);
        return new LatencyReport(
                "small_int8.tflite",
                "ab",
                1,
                "pi",
                "m",
                "r",
                4,
                1,
                0,
                1,
                1,
                1,
                true,
                LatencyStatistics.of(runs),
                runs,
                Instant.EPOCH,
                new LatencyDetails(probe, state, null, state, verdict, null, null, null, false, List.of(), List.of()));
    }
}

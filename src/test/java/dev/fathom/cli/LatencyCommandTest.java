package dev.fathom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.MaiScore;
import dev.fathom.device.bench.LatencyScore;
import dev.fathom.device.bench.SiRmse;
import dev.fathom.jobs.ExitCodes;
import dev.fathom.run.DeviceState;
import dev.fathom.run.LatencyDetails;
import dev.fathom.run.LatencyReport;
import dev.fathom.run.LatencyStatistics;
import dev.fathom.run.LatencyVerdict;
import dev.fathom.run.OutputCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyCommandTest extends CommandTestBase {
    @TempDir
    private Path folder;

    @Test
    void aPlaceAndAModelAreNeeded() {
        assertEquals(ExitCodes.USAGE, run("latency", "x.tflite"));
        assertTrue(errors().contains("--local"), errors());
        assertEquals(ExitCodes.USAGE, run("latency", "--local"));
        assertEquals("fathom: There is no model to measure. Name one, or look at the device with --probe.", errors());
    }

    @Test
    void whatIsMissingOrWrongIsToldBeforeAnythingIsConnected() throws IOException {
        assertEquals(ExitCodes.FAILED, run("latency", "no.tflite", "--host", "host.invalid"));
        assertTrue(errors().startsWith("fathom: There is no model "), errors());
        Path model = Files.writeString(folder.resolve("m.tflite"), "x");
        assertEquals(ExitCodes.USAGE, run("latency", model.toString(), "--host", "h.invalid", "--threads", "0"));
        assertEquals("fathom: --threads 0 is not possible. --threads takes a number from 1 to 64.", errors());
        assertEquals(ExitCodes.USAGE, run("latency", model.toString(), "--host", "h.invalid", "--preset", "mai1999"));
        assertTrue(errors().contains("litedepth-table3"), errors());
    }

    @Test
    void thisMachineIsProbedForMachinesAndForPeople() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        assertEquals(0, run("latency", "--local", "--probe", "--json"));
        JsonNode probe = json();
        // A container may be given fewer than the machine has.
        assertTrue(probe.at("/probe/cores").asInt() >= Runtime.getRuntime().availableProcessors());
        assertTrue(probe.get("checks").findValuesAsText("name").contains("Free disk"));
        assertEquals(0, run("latency", "--local", "--probe"));
        assertTrue(text().contains("✓ Free disk"), text());
    }

    private static LatencyReport report(boolean same, LatencyVerdict.Kind kind) {
        return report(same, kind, 0);
    }

    private static LatencyReport report(boolean same, LatencyVerdict.Kind kind, long notFinite) {
        List<Double> runs = List.of(37.0, 37.0, 40.0);
        OutputCheck.Difference difference = new OutputCheck.Difference(0.3, 0.1, 1e-5, same);
        return new LatencyReport(
                "m.tflite",
                "ab",
                1,
                "pi@pi:22",
                "Raspberry Pi 4",
                "TFLite 2.20.0 with XNNPACK",
                4,
                2,
                1,
                1,
                1,
                1,
                true,
                LatencyStatistics.of(runs),
                runs,
                Instant.EPOCH,
                new LatencyDetails(
                        null,
                        new DeviceState(50.0, 600.0, 1800.0, 0, 0.1),
                        null,
                        new DeviceState(63.4, 1800.0, 1800.0, 0x50000, 1.1),
                        new LatencyVerdict(kind, List.of("it was hot")),
                        new OutputCheck("float32", List.of(1), "cd", 0, 3, 1, notFinite, difference),
                        104_000_000L,
                        null,
                        true,
                        List.of(),
                        List.of("something else")));
    }

    @Test
    void aWrongOutputCannotBeOverlooked() {
        String text = LatencyText.of(List.of(report(false, LatencyVerdict.Kind.CLEAN)));
        assertTrue(text.contains("WRONG OUTPUT: it differs from the desktop's by 1.0e-01 of its range"), text);
        assertFalse(
                LatencyText.of(List.of(report(true, LatencyVerdict.Kind.CLEAN))).contains("WRONG"));
    }

    @Test
    void whatIsNoNumberIsWrongEvenIfItIsTheSameHere() {
        LatencyReport nan = report(true, LatencyVerdict.Kind.CLEAN, 307_199);
        assertFalse(nan.outputAccepted());
        String text = LatencyText.of(List.of(nan));
        assertTrue(text.contains("WRONG OUTPUT: 307,199 of its values are NaN or infinite"), text);
        assertTrue(report(true, LatencyVerdict.Kind.CLEAN).outputAccepted());
    }

    @Test
    void theTableTellsWhatIsToBeKnown() {
        String text = LatencyText.of(List.of(report(true, LatencyVerdict.Kind.THROTTLED)));
        for (String part : List.of(
                "Raspberry Pi 4 (pi@pi:22), TFLite 2.20.0 with XNNPACK, fp16",
                "throttled: it was hot",
                "2 XNNPACK partitions, 1 operations outside them",
                "temperature 50 °C -> 63 °C, clock 600 MHz -> 1800 MHz",
                "0x50000: under-voltage, throttled since boot",
                "something else")) {
            assertTrue(text.contains(part), part + " in\n" + text);
        }
    }

    private static LatencyScore score(int threads, List<String> caveats) {
        double score = MaiScore.MAI2022.of(0.3, 40);
        return new LatencyScore("m.tflite", threads, "pi", new SiRmse(0.3, "the weights"), 40, score, caveats);
    }

    @Test
    void aScoreStandsAmongThePublishedOnes() {
        List<String> lines = ScoreText.of(List.of(score(4, List.of())), MaiScore.MAI2022)
                .lines()
                .toList();
        assertEquals(10, lines.size());
        assertTrue(lines.get(1).startsWith("TCL"), lines.get(1));
        assertTrue(lines.get(2).startsWith("> m.tflite x4 on pi"), lines.get(2));
        assertTrue(lines.get(2).endsWith("250.00"), lines.get(2));
        assertEquals("ours: si-RMSE of the weights", lines.get(9));
        assertEquals(
                3,
                ScoreText.of(List.of(score(4, List.of())), MaiScore.LITEDEPTH_TABLE3)
                        .lines()
                        .count());
    }

    @Test
    void theScoresTellWhyTheyMayNotCompare() {
        String text = ScoreText.of(
                List.of(score(1, List.of("busy", "own images")), score(2, List.of("own images"))), MaiScore.MAI2022);
        assertTrue(text.contains("m.tflite x1 on pi: busy"), text);
        assertTrue(text.contains("ours: own images"), text);
    }
}

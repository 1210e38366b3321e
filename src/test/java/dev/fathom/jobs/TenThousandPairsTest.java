package dev.fathom.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.cli.CommandLineFront;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.format.DatasetFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A set of 10,000 pairs is opened, checked, trained on for an epoch and scored, each in a worker of the smallest heap,
 * and the memory of the worker stays what it was after the first pairs. What it took is in
 * {@code target/ten-thousand-pairs.txt}.
 */
@Tag("slow")
class TenThousandPairsTest {
    private static final int TRAIN = 9000;
    private static final int VAL = 1000;
    private static final int PAIRS = TRAIN + VAL;
    private static final double GROWTH = 1.10;
    private static final double GROWTH_MEGABYTES = 24;
    private static final Path REPORT = Path.of("target", "ten-thousand-pairs.txt");

    /** Decoded pairs of this size fill their part of the heap in the first quarter of the epoch. */
    private static final String CONFIG =
            """
            name: many
            model: {architecture: litedepth, image_height: 120, image_width: 128}
            schedule: {warmup_steps: 100}
            training: {epochs: 1, batch_size: 16, previews: 2}
            augmentation: {crops: [[90, 96], [120, 128]]}
            losses: [{name: silog, weight: 1}, {name: gradient, weight: 0.25}]
            """;

    @TempDir
    private Path folder;

    private final List<String> report = new ArrayList<>();

    @Test
    void tenThousandPairsAreCheckedLearntAndScoredInFlatMemory() throws IOException {
        Assumptions.assumeTrue(MeasuredWorker.isPossible(), "the system does not tell the memory of a process");
        Path data = folder.resolve("data");
        time("written", () -> new ManyPairs(data, TRAIN, VAL).write());
        time("opened", () -> assertOpens(data));

        MeasuredWorker check = new MeasuredWorker("data", "check", data.toString());
        tell("checked", check, "Checking");
        assertEquals(
                TRAIN, check.value().at("/samples/train").asInt(), check.value().toString());
        assertEquals("{}", check.value().get("counts").toString());

        MeasuredWorker training = new MeasuredWorker("resume", run(data));
        tell("trained on", training, "Training many");
        assertEquals("finished", training.value().get("state").asText());

        MeasuredWorker scoring = new MeasuredWorker(
                "evaluate", training.value().get("run").asText(), "--data", data.toString(), "--split", "all");
        tell("scored", scoring, "Evaluating all");
        assertEquals(PAIRS, scoring.value().get("pictures").asInt());

        assertFlat(check, "Checking");
        assertFlat(training, "Training many");
        assertFlat(scoring, "Evaluating all");
    }

    private static void assertOpens(Path data) {
        DepthDataset found = DatasetFormats.open(data, DataOptions.DEFAULT);
        assertEquals(TRAIN, found.train().size());
        assertEquals(VAL, found.val().size());
    }

    /** Makes the run without training it. */
    private String run(Path data) throws IOException {
        Path config = Files.writeString(folder.resolve("many.yaml"), CONFIG);
        Path workspace = folder.resolve("workspace");
        String[] words = {
            "train", config.toString(), "--data", data.toString(), "--workspace", workspace.toString(), "--later"
        };
        assertEquals(ExitCodes.SUCCESS, CommandLineFront.run(words));
        return workspace
                .resolve("runs")
                .resolve(workspace.resolve("runs").toFile().list()[0])
                .toString();
    }

    /** Work that may fail. */
    private interface Work {
        void run() throws IOException;
    }

    private void time(String what, Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        tell("%-10s %6.1f s, %5.0f pairs a second", what, seconds, PAIRS / seconds);
    }

    private void tell(String what, MeasuredWorker worker, String stage) throws IOException {
        double[] q = worker.quarters(stage);
        tell(
                "%-10s %6.1f s, %5.0f pairs a second, at most %.0f MiB; median by quarter %.0f, %.0f, %.0f, %.0f MiB",
                what, worker.seconds(), PAIRS / worker.seconds(), worker.peakMegabytes(), q[0], q[1], q[2], q[3]);
    }

    /** As it goes on, so that it is there when an assertion fails. */
    private void tell(String line, Object... values) throws IOException {
        report.add(String.format(Locale.ROOT, line, values));
        Files.write(REPORT, report);
    }

    private static void assertFlat(MeasuredWorker worker, String stage) {
        double[] medians = worker.quarters(stage);
        assertTrue(
                medians[3] <= GROWTH * medians[1] + GROWTH_MEGABYTES,
                stage + " took " + medians[1] + " MiB in its second quarter and " + medians[3] + " MiB in its last");
    }
}

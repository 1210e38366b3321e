package dev.fathom.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Alignment;
import dev.fathom.core.DepthBands;
import dev.fathom.core.DepthMap;
import dev.fathom.core.Monitor;
import dev.fathom.core.Pooling;
import dev.fathom.core.Protocols;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthPng;
import dev.fathom.data.RgbFile;
import dev.fathom.data.file.NpyFile;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.run.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of predictions, scored. */
class ScoringTest {
    @TempDir
    private Path folder;

    /** Three pictures of 4x2 whose truth is 2 m on the left and 4 m on the right, with a hole. */
    @BeforeEach
    void makeData() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            RgbFile.writePng(folder.resolve("data/val/rgb/" + name + ".png"), new RgbImage(4, 2, new byte[24]));
            DepthMap truth = DepthMap.ofPositive(4, 2, new float[] {2, 2, 4, 4, 2, 2, 4, 0});
            DepthPng.write(folder.resolve("data/val/depth/" + name + ".png"), truth, 1000);
        }
    }

    private void predicted(String name, int width, int height, float... values) throws IOException {
        NpyFile.write(folder.resolve("pred").resolve(name + ".npy"), DepthMap.ofPositive(width, height, values));
    }

    private EvaluationReport evaluate(String protocol, Alignment alignment, boolean inverse) throws IOException {
        Scoring scoring = new Scoring(Protocols.named(protocol, alignment), DepthBands.parse("0,3"));
        Evaluation evaluation =
                new Evaluation(DatasetFormats.open(folder.resolve("data")), "val", scoring, Pooling.IMAGE);
        try (Predictions predictions =
                new PredictionFolder(folder.resolve("pred"), evaluation.samples(), Optional.empty(), inverse)) {
            return evaluation.run(
                    new Evaluation.Subject("pred", "pred"), predictions, folder.resolve("eval"), Monitor.NONE);
        }
    }

    @Test
    void whatIsMissingSurplusAndBrokenIsNamedAndTheRestScored() throws IOException {
        predicted("a", 4, 2, 3, 3, 4, 4, 3, 3, 4, 4);
        Files.writeString(folder.resolve("pred/b.npy"), "broken");
        predicted("d", 4, 2, 1, 1, 1, 1, 1, 1, 1, 1);
        EvaluationReport report = evaluate("plain", Alignment.NONE, false);
        assertEquals(1, report.pictures());
        assertEquals(2, report.leftOut());
        assertEquals(List.of("c"), report.details().missing());
        assertEquals(List.of("d.npy"), report.details().surplus());
        assertTrue(report.problems().get(0).startsWith("b: "), report.problems().toString());
        // Four of seven pixels are 1 m off.
        assertEquals(Math.sqrt(4 / 7.0), report.metrics().rmse(), 1e-9);
        assertEquals(7 / 8.0, report.details().shares().truth(), 1e-12);
        assertEquals(1, report.details().bands().get(0).rmse(), 1e-9);
        assertEquals(4, report.details().bands().get(0).pixels());
        assertEquals(0, report.details().bands().get(1).rmse(), 1e-9);
        assertEquals("a", report.details().worst().get(0).picture());
    }

    @Test
    void otherSizesAreResizedByTheProtocolsRuleAndThatIsSaid() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            predicted(name, 2, 1, 2, 4);
        }
        EvaluationReport nearest = evaluate("mai", Alignment.NONE, false);
        assertEquals(0, nearest.metrics().rmse(), 1e-9);
        assertTrue(
                nearest.details()
                        .notes()
                        .contains("3 predictions of 1x2 were resized to the truth's 2x4 (nearest neighbour)"),
                nearest.details().notes().toString());
        // Pixel centres at halves: 2, 2.5, 3.5, 4 in each row, the last one of the second row in the hole.
        assertEquals(
                Math.sqrt(4 * 0.25 / 7),
                evaluate("plain", Alignment.NONE, false).metrics().rmse(),
                1e-6);
    }

    @Test
    void inverseDepthUpToScaleAndShiftIsAligned() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            // 1000 / metres + 50.
            predicted(name, 4, 2, 550, 550, 300, 300, 550, 550, 300, 300);
        }
        EvaluationReport report = evaluate("plain", Alignment.INVERSE_SCALE_SHIFT, true);
        assertEquals(0, report.metrics().rmse(), 1e-5);
        assertEquals(1, report.details().shares().predicted());
    }

    @Test
    void nothingToScoreIsASentence() throws IOException {
        predicted("d", 4, 2, 1, 1, 1, 1, 1, 1, 1, 1);
        String told = assertThrows(UserException.class, () -> evaluate("plain", Alignment.NONE, false))
                .sentence();
        assertTrue(
                told.contains("for 3 pictures there is no prediction, the first a, and files are called d.npy and the"),
                told);
        predicted("b", 4, 2, 1, 1, 1, 1, 1, 1, 1, 1);
        Files.writeString(folder.resolve("pred/b.npy"), "broken");
        told = assertThrows(UserException.class, () -> evaluate("plain", Alignment.NONE, false))
                .sentence();
        assertTrue(told.matches("(?s).*the first problem is b: .*[^.]\\."), told);
    }

    @Test
    void aFolderWithoutPredictionsSaysWhatIsThereInstead() throws IOException {
        Files.createDirectories(folder.resolve("pred"));
        String told = assertThrows(UserException.class, () -> evaluate("plain", Alignment.NONE, false))
                .sentence();
        assertTrue(told.contains("There is no prediction in " + folder.resolve("pred") + ", it is empty."), told);
        Files.writeString(folder.resolve("pred/a.npz"), "");
        told = assertThrows(UserException.class, () -> evaluate("plain", Alignment.NONE, false))
                .sentence();
        assertTrue(told.contains(", only files such as a.npz. Expected are .npy"), told);
    }

    @Test
    void numbersThatLookMisreadAreDoubted() throws IOException {
        predicted("a", 4, 2, 2000, 2000, 4000, 4000, 2000, 2000, 4000, 4000);
        EvaluationReport report = evaluate("plain", Alignment.NONE, false);
        String notes = report.details().notes().toString();
        assertTrue(notes.contains("On average the predictions are 1000 times the truth: look at the unit"), notes);
        predicted("a", 4, 2, 2, 2, Float.NaN, 4, 2, 2, 4, 4);
        notes = evaluate("plain", Alignment.NONE, false).details().notes().toString();
        assertTrue(
                notes.contains("1 predictions have pixels that are not finite numbers above 0; the protocol plain"),
                notes);
        predicted("a", 4, 2, 2, 2, 4, 4, 2, 2, 4, 4);
        assertEquals(
                2, evaluate("plain", Alignment.NONE, false).details().notes().size());
    }
}

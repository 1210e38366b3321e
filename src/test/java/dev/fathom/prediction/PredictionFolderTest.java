package dev.fathom.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthPng;
import dev.fathom.data.Sample;
import dev.fathom.data.file.NpyFile;
import dev.fathom.data.file.PfmFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionFolderTest {
    @TempDir
    private Path folder;

    private static DepthMap one(float metres) {
        return DepthMap.ofPositive(1, 1, new float[] {metres});
    }

    private static List<Sample> samples(String... stems) {
        return Stream.of(stems)
                .map(stem -> Sample.ofFiles(stem, Path.of(stem + ".jpg"), Optional.empty(), 1))
                .toList();
    }

    private List<String> depths(List<Sample> samples, Optional<Double> scale, boolean inverse) {
        try (PredictionFolder predictions = new PredictionFolder(folder, samples, scale, inverse)) {
            return predictions.of(samples).stream()
                    .map(p -> p.depth().map(d -> String.valueOf(d.metres(0, 0))).orElse("none"))
                    .toList();
        }
    }

    @Test
    void filesOfEveryKindAreMetres() throws IOException {
        NpyFile.write(folder.resolve("a.npy"), one(1.5f));
        PfmFile.write(folder.resolve("b.pfm"), one(2.5f));
        DepthPng.write(folder.resolve("c.png"), one(3.5f), 1000);
        DepthPng.write(folder.resolve("c.x.png"), one(3.5f), 256);
        List<Sample> samples = samples("a", "b", "c");
        assertEquals(List.of("1.5", "2.5", "3.5"), depths(samples, Optional.empty(), false));
        assertEquals(List.of("3.5"), depths(samples("c.x"), Optional.of(256.0), false));
        // One over 1.5; a PNG of inverse depth holds 3500 of one over a metre unless a scale is given.
        assertEquals(List.of("0.6666667"), depths(samples("a"), Optional.empty(), true));
        assertEquals(List.of(String.valueOf(1 / 3.5f)), depths(samples("c"), Optional.of(1000.0), true));
    }

    @Test
    void namesMayBeNestedJoinedOrFlat() throws IOException {
        NpyFile.write(folder.resolve("s1/x.npy"), one(1));
        NpyFile.write(folder.resolve("s2_x.npy"), one(2));
        NpyFile.write(folder.resolve("deep/down/y.npy"), one(3));
        NpyFile.write(folder.resolve("z.npy"), one(4));
        List<Sample> samples = samples("s1/x", "s2/x", "y", "s1/z", "s3/w");
        assertEquals(List.of("1.0", "2.0", "3.0", "4.0", "none"), depths(samples, Optional.empty(), false));
    }

    @Test
    void aFlatNameThatTwoPicturesShareBelongsToNeither() throws IOException {
        NpyFile.write(folder.resolve("x.npy"), one(1));
        NpyFile.write(folder.resolve("extra.npy"), one(1));
        List<Sample> samples = samples("s1/x", "s2/x");
        assertEquals(List.of("none", "none"), depths(samples, Optional.empty(), false));
        assertEquals(
                List.of("extra.npy", "x.npy"),
                new PredictionFolder(folder, samples, Optional.empty(), false).surplus());
    }

    @Test
    void ofTwoFilesTheMorePreciseOneCounts() throws IOException {
        NpyFile.write(folder.resolve("a.npy"), one(1.23456f));
        DepthPng.write(folder.resolve("a.png"), one(1.23456f), 1000);
        assertEquals(List.of("1.23456"), depths(samples("a"), Optional.empty(), false));
    }

    @Test
    void aBadFileIsAProblemAndAnEmptyFolderIsRefused() throws IOException {
        String told = assertThrows(
                        UserException.class, () -> new PredictionFolder(folder, samples("a"), Optional.empty(), false))
                .sentence();
        assertTrue(told.contains("There is no prediction in"), told);
        Files.writeString(folder.resolve("a.npy"), "no array");
        Prediction bad = new PredictionFolder(folder, samples("a"), Optional.empty(), false)
                .of(samples("a"))
                .get(0);
        assertTrue(bad.problem().orElseThrow().contains("a.npy"), bad.toString());
        assertFalse(bad.problem().orElseThrow().contains("PNG"), bad.toString());
    }
}

package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnlabeledBatchesTest {
    private static final ImageSize CANVAS = new ImageSize(12, 16);
    private static final LoaderOptions TRAINING =
            LoaderOptions.training(CANVAS, 4, LiteDepthRecipe.on(CANVAS, Augmentation.GammaScale.UNIT), 11);
    private static final int IMAGE = 12 * 16 * 3;

    @TempDir
    Path dir;

    private final List<DataProblem> problems = new ArrayList<>();
    private List<Sample> samples;
    private List<Sample> pictures;

    @BeforeEach
    void writeTenPairsAndSevenPictures() throws IOException {
        samples = TestImages.pairs(dir.resolve("train"), 10);
        for (int i = 0; i < 7; i++) {
            RgbFile.writePng(dir.resolve("more/rgb/p" + i + ".png"), TestImages.places(16, 12, 100 + i));
        }
        pictures = PictureFolder.list(dir.resolve("more"));
    }

    @Test
    void labelledSamplesComeFirstAndAreTheSameBitsAsWithout() {
        List<Batch> without = epoch(Unlabeled.NONE, 3, 0);
        List<Batch> with = epoch(new Unlabeled(pictures, 3), 3, 0);
        assertEquals(List.of(7, 7, 5), with.stream().map(Batch::size).toList());
        assertEquals(List.of(4, 4, 2), with.stream().map(Batch::labelled).toList());
        for (int i = 0; i < with.size(); i++) {
            Batch plain = without.get(i);
            Batch mixed = with.get(i);
            int labelled = mixed.labelled();
            assertEquals(plain.size(), plain.labelled());
            assertEquals(plain.samples(), mixed.samples().subList(0, labelled));
            assertTrue(pictures.containsAll(mixed.samples().subList(labelled, mixed.size())));
            assertArrayEquals(plain.images(), Arrays.copyOf(mixed.images(), labelled * IMAGE));
            assertArrayEquals(plain.depth(), Arrays.copyOf(mixed.depth(), labelled * IMAGE / 3));
            float[] none = new float[(mixed.size() - labelled) * IMAGE / 3];
            assertArrayEquals(none, Arrays.copyOfRange(mixed.mask(), labelled * IMAGE / 3, mixed.mask().length));
            assertArrayEquals(none, Arrays.copyOfRange(mixed.depth(), labelled * IMAGE / 3, mixed.depth().length));
        }
    }

    @Test
    void goingOnAtAnyBatchGivesTheSameBits() {
        Unlabeled unlabeled = new Unlabeled(pictures, 3);
        List<Batch> whole = epoch(unlabeled, 5, 0);
        for (int first = 0; first < 3; first++) {
            List<Batch> rest = epoch(unlabeled, 5, first);
            for (int i = 0; i < rest.size(); i++) {
                assertEquals(whole.get(first + i).samples(), rest.get(i).samples());
                assertArrayEquals(whole.get(first + i).images(), rest.get(i).images());
            }
        }
    }

    @Test
    void everyPassTakesEachPictureOnceInAnotherOrder() {
        UnlabeledStream stream = new UnlabeledStream(new Unlabeled(pictures, 3), 5);
        List<Sample> taken = new ArrayList<>();
        for (int batch = 0; batch < 7; batch++) {
            stream.of(batch).forEach(place -> taken.add(place.sample()));
        }
        List<Sample> first = taken.subList(0, 7);
        List<Sample> second = taken.subList(7, 14);
        assertEquals(new HashSet<>(pictures), new HashSet<>(first));
        assertEquals(new HashSet<>(pictures), new HashSet<>(second));
        assertEquals(new HashSet<>(pictures), new HashSet<>(taken.subList(14, 21)));
        assertNotEquals(first, second);
    }

    @Test
    void aPictureIsVariedAnewEachTimeItIsTaken() {
        List<Sample> one = pictures.subList(0, 1);
        List<Batch> batches = epoch(new Unlabeled(one, 1), 1, 0);
        assertFalse(Arrays.equals(lastImage(batches.get(0)), lastImage(batches.get(1))));
    }

    @Test
    void aBadPictureIsToldOnceAndLeavesItsPlaceEmpty() throws IOException {
        Files.write(pictures.get(0).picture().file(), new byte[0]);
        List<Batch> batches = epoch(new Unlabeled(pictures, 7), 1, 0);
        assertEquals(List.of(10, 10, 8), batches.stream().map(Batch::size).toList());
        assertEquals(
                List.of(pictures.get(0).picture().file()),
                problems.stream().map(DataProblem::file).toList());
    }

    @Test
    void aBatchWithoutReadableSamplesIsPassedOverEvenIfThereArePictures() throws IOException {
        for (Sample sample : samples.subList(0, 4)) {
            Files.write(sample.picture().file(), new byte[0]);
        }
        LoaderOptions ordered = LoaderOptions.evaluation(CANVAS, 4);
        try (BatchLoader loader = new BatchLoader(samples, new Unlabeled(pictures, 2), ordered, problems::add)) {
            assertEquals(1, loader.epoch(0, 0).next().indexInEpoch());
        }
    }

    @Test
    void aPictureOfOtherProportionsLosesItsEdgesAndIsNotDistorted() throws IOException {
        // Twice the canvas and 20 columns more: columns 10 to 41 are kept, each pixel the mean of 2x2.
        Path wide = dir.resolve("wide.png");
        RgbFile.writePng(wide, TestImages.places(52, 24, 0));
        Sample sample = Sample.ofFiles("wide", wide, Optional.empty(), 1000);
        byte[] rgb = new SampleReader(CANVAS).readCovering(sample).image().rgb();
        assertEquals(11, rgb[0]);
        assertEquals(1, rgb[1]);
        assertEquals(11 + 30, rgb[15 * 3]);
        assertEquals(1 + 22, rgb[(11 * 16 + 15) * 3 + 1]);
        // Half the canvas and higher: rows 2 to 7 of 10.
        Path high = dir.resolve("high.png");
        RgbFile.writePng(high, TestImages.places(8, 10, 0));
        byte[] small = new SampleReader(CANVAS)
                .readCovering(Sample.ofFiles("high", high, Optional.empty(), 1000))
                .image()
                .rgb();
        assertEquals(2, small[1]);
        assertEquals(7, small[(11 * 16 + 15) * 3 + 1]);
        assertEquals(7, small[(11 * 16 + 15) * 3]);
    }

    @Test
    void foldersAreSearchedToTheirEndsAndDepthFilesLeftOut() throws IOException {
        RgbFile.writePng(dir.resolve("any/b/two.PNG"), TestImages.places(4, 4, 0));
        RgbFile.writeJpeg(dir.resolve("any/a/one.jpeg"), TestImages.places(4, 4, 0), 0.9);
        RgbFile.writePng(dir.resolve("any/.hidden/no.png"), TestImages.places(4, 4, 0));
        Files.writeString(dir.resolve("any/notes.txt"), "no picture");
        assertEquals(
                List.of("a/one", "b/two"),
                PictureFolder.list(dir.resolve("any")).stream()
                        .map(sample -> sample.stem().replace('\\', '/'))
                        .toList());
        assertEquals(10, PictureFolder.list(dir.resolve("train")).size());
        assertTrue(assertThrows(UserException.class, () -> PictureFolder.list(dir.resolve("none")))
                .what()
                .contains("There is no folder"));
    }

    private List<Batch> epoch(Unlabeled unlabeled, int epoch, int firstBatch) {
        List<Batch> list = new ArrayList<>();
        try (BatchLoader loader = new BatchLoader(samples, unlabeled, TRAINING, problems::add)) {
            loader.epoch(epoch, firstBatch).forEachRemaining(list::add);
        }
        return list;
    }

    private static float[] lastImage(Batch batch) {
        return Arrays.copyOfRange(batch.images(), (batch.size() - 1) * IMAGE, batch.size() * IMAGE);
    }
}

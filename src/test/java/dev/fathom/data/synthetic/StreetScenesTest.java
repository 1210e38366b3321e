package dev.fathom.data.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.data.synthetic.StreetScenes.Counts;
import dev.fathom.data.synthetic.StreetScenes.Split;
import dev.fathom.data.synthetic.StreetScenes.StreetFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreetScenesTest {
    private static final Path COMMITTED = Path.of("sample-data/street");
    private static final long COMMITTED_SEED = 7;

    @TempDir
    Path dir;

    @Test
    void writesASetThatOpensWithoutAProblemAndGivesTheSameBytesAgain() throws IOException {
        List<Integer> progress = new CopyOnWriteArrayList<>();
        StreetScenes.write(dir.resolve("a"), new Counts(1, 1, 1), 3, (done, total) -> progress.add(done * 10 + total));
        assertEquals(List.of(13, 23, 33), progress);
        DepthDataset folder = DatasetFormats.open(dir.resolve("a"));
        assertEquals(List.of(), folder.problems());
        assertEquals(
                List.of(1, 1, 1),
                List.of(
                        folder.train().size(),
                        folder.val().size(),
                        folder.unlabeled().size()));
        assertTrue(folder.unlabeled().get(0).depth().isEmpty());
        assertFalse(Arrays.equals(
                RgbFile.read(folder.train().get(0).picture().file()).rgb(),
                RgbFile.read(folder.val().get(0).picture().file()).rgb()));

        StreetScenes.write(dir.resolve("b"), new Counts(1, 0, 0), 3, (done, total) -> {});
        for (String file : List.of("train/rgb/0000.jpg", "train/depth/0000.png")) {
            assertArrayEquals(
                    Files.readAllBytes(dir.resolve("a").resolve(file)),
                    Files.readAllBytes(dir.resolve("b").resolve(file)));
        }
        assertThrows(
                UserException.class,
                () -> StreetScenes.write(dir.resolve("a"), new Counts(1, 0, 0), 3, (done, total) -> {}));
    }

    @Test
    void theUsualDivisionAddsAFifthAndTwoFifths() {
        assertEquals(new Counts(80, 16, 32), Counts.ofTrain(80));
    }

    @Test
    void theCommittedSetComesFromItsSeed() {
        DepthDataset committed = DatasetFormats.open(COMMITTED);
        assertEquals(
                List.of(80, 16, 32),
                List.of(
                        committed.train().size(),
                        committed.val().size(),
                        committed.unlabeled().size()));
        assertEquals(List.of(), committed.problems());
        assertFrame(committed.val().get(11), StreetScenes.frame(COMMITTED_SEED, Split.VAL, 11));
        assertFrame(committed.unlabeled().get(31), StreetScenes.frame(COMMITTED_SEED, Split.UNLABELED, 31));
    }

    private static void assertFrame(Sample sample, StreetFrame frame) {
        sample.depth().ifPresent(source -> assertArrayEquals(frame.depth().raw(), ((DepthRaster) source.read()).raw()));
        RgbImage stored = RgbFile.read(sample.picture().file());
        long difference = 0;
        for (int i = 0; i < stored.rgb().length; i++) {
            difference += Math.abs((stored.rgb()[i] & 0xff) - (frame.picture().rgb()[i] & 0xff));
        }
        double mean = difference / (double) stored.rgb().length;
        assertTrue(mean < 6, "mean difference by JPEG " + mean);
    }
}

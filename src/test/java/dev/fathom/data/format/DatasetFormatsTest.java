package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DataProblem;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFormatsTest {
    private static final Path KITCHEN = Path.of("../shared/data/kitchen");

    @TempDir
    Path dir;

    @Test
    void pairsByStemEvenWhereOrdersDiffer() throws IOException {
        touch("train/rgb/a.jpg", "train/rgb/b.PNG", "train/rgb/c.jpeg");
        touch("train/depth/b.png", "train/depth/c.png", "train/depth/a.png");
        DepthDataset folder = DatasetFormats.open(dir);
        assertEquals(List.of("a", "b", "c"), stems(folder.train()));
        for (Sample sample : folder.train()) {
            assertEquals(
                    sample.stem() + ".png",
                    sample.depth().orElseThrow().file().getFileName().toString());
        }
        assertEquals(List.of(), folder.problems());
    }

    @Test
    void aMissingPartnerIsListedAndShiftsNobody() throws IOException {
        touch("train/rgb/1.png", "train/rgb/2.png", "train/rgb/3.png");
        touch("train/depth/1.png", "train/depth/3.png", "train/depth/9.png");
        DepthDataset folder = DatasetFormats.open(dir);
        assertEquals(List.of("1", "3"), stems(folder.train()));
        assertEquals(List.of("2.png", "9.png"), names(folder.problems()));
    }

    @Test
    void doubledStemsAndUnknownTypesAreLeftOutAndListed() throws IOException {
        touch("val/rgb/1.png", "val/rgb/1.jpg", "val/rgb/2.png", "val/rgb/notes.txt", "val/rgb/.DS_Store");
        touch("val/depth/2.png", "val/depth/2.exr");
        Files.createDirectories(dir.resolve("val/rgb/sub.png"));
        DepthDataset folder = DatasetFormats.open(dir);
        assertEquals(List.of("2"), stems(folder.val()));
        assertEquals(List.of("1.png", "notes.txt", "sub.png", "2.exr"), names(folder.problems()));
    }

    @Test
    void unlabeledPicturesNeedNoDepthButKeepTheirs() throws IOException {
        touch("unlabeled/rgb/u.jpg", "unlabeled/rgb/v.jpg", "unlabeled/depth/v.png");
        List<Sample> samples = DatasetFormats.open(dir).unlabeled();
        assertEquals(Optional.empty(), samples.get(0).depth());
        assertTrue(samples.get(1).depth().isPresent());
    }

    @Test
    void nothingUsableSaysTheExpectedLayout() throws IOException {
        UserException missing = assertThrows(UserException.class, () -> DatasetFormats.open(dir.resolve("no")));
        assertEquals(
                "The data set folder " + dir.resolve("no") + " does not exist. Check the path.", missing.sentence());
        UserException bare = assertThrows(UserException.class, () -> DatasetFormats.open(dir));
        assertEquals(
                "Nothing in " + dir
                        + " looks like a data set: it holds no files. Name the folder that holds the pictures"
                        + " and their depth; \"fathom data formats\" lists all layouts that are recognised.",
                bare.sentence());
        touch("train/rgb/1.png");
        UserException empty = assertThrows(UserException.class, () -> DatasetFormats.open(dir));
        assertTrue(empty.sentence().contains("1.png") && empty.sentence().contains("--format"));
        assertThrows(UserException.class, () -> DataOptions.DEFAULT.withScale(0));
    }

    @Test
    void theFingerprintFollowsNamesSizesAndScale() throws IOException {
        touch("train/rgb/1.png", "train/depth/1.png");
        String first = DatasetFormats.open(dir).fingerprint();
        assertEquals(64, first.length());
        assertEquals(first, DatasetFormats.open(dir).fingerprint());
        assertNotEquals(
                first,
                DatasetFormats.open(dir, DataOptions.DEFAULT.withScale(256)).fingerprint());
        Files.writeString(dir.resolve("train/depth/1.png"), "longer");
        assertNotEquals(first, DatasetFormats.open(dir).fingerprint());
    }

    @Test
    void validationFoldersAreTheChallengesForm() throws IOException {
        touch("train/rgb/0.png", "train/depth/0.png", "validation/rgb/1.png");
        DepthDataset handedOut = DatasetFormats.open(dir);
        assertEquals("mai", handedOut.format());
        assertEquals(List.of("1"), stems(handedOut.unlabeled()));
        touch("validation/depth/1.png");
        DepthDataset scored = DatasetFormats.open(dir);
        assertEquals(List.of("1"), stems(scored.val()));
        assertEquals(List.of(), scored.unlabeled());
    }

    @Test
    void whatLooksLikeNothingSaysWhatIsThereAndWhatIsMissing() throws IOException {
        touch("notes/readme.txt");
        assertTold("it has files such as notes/readme.txt, and neither pictures nor depth. Name the folder that holds");
        touch("a/depth/1.npy");
        assertTold("it has depth such as a/depth/1.npy, and no pictures. Name the folder that holds both, or put the"
                + " pictures (png, jpg)");
        Files.delete(dir.resolve("a/depth/1.npy"));
        touch("a/rgb/1.jpg", "a/depth/1.exr");
        assertTold(
                "it has pictures such as a/rgb/1.jpg, files such as a/depth/1.exr that are neither, and no depth. Name"
                        + " the folder that holds both, or put the depth (npy, pfm, pgm, png, tif, tiff)");
        assertEquals(
                DatasetFormats.names(), List.copyOf(DatasetFormats.layouts().keySet()));
    }

    private void assertTold(String text) {
        UserException e = assertThrows(UserException.class, () -> DatasetFormats.open(dir));
        assertTrue(e.sentence().contains("Nothing in " + dir + " looks like a data set: " + text), e.sentence());
    }

    @Test
    void anUnknownFormatIsRefusedWithTheKnownOnes() {
        UserException unknown = assertThrows(
                UserException.class, () -> DatasetFormats.open(dir, DataOptions.DEFAULT.withFormat("nyuu")));
        assertTrue(unknown.sentence().contains("Use one of auto, "), unknown.sentence());
    }

    @Test
    void theKitchenHas140And20Pairs() {
        Assumptions.assumeTrue(Files.isDirectory(KITCHEN));
        DepthDataset folder = DatasetFormats.open(KITCHEN);
        assertEquals(140, folder.train().size());
        assertEquals(20, folder.val().size());
        assertEquals(List.of(), folder.problems());
    }

    private void touch(String... files) throws IOException {
        for (String file : files) {
            Path path = dir.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "x");
        }
    }

    private static List<String> stems(List<Sample> samples) {
        return samples.stream().map(Sample::stem).toList();
    }

    private static List<String> names(List<DataProblem> problems) {
        return problems.stream().map(p -> p.file().getFileName().toString()).toList();
    }
}

package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepthFolderTest {
    private static final Path KITCHEN = Path.of("../shared/data/kitchen");

    @TempDir
    Path dir;

    @Test
    void pairsByStemEvenWhereOrdersDiffer() throws IOException {
        touch("train/rgb/a.jpg", "train/rgb/b.PNG", "train/rgb/c.jpeg");
        touch("train/depth/b.png", "train/depth/c.png", "train/depth/a.png");
        DepthFolder folder = DepthFolder.open(dir, 1000);
        assertEquals(List.of("a", "b", "c"), stems(folder.train()));
        for (Sample sample : folder.train()) {
            assertEquals(
                    sample.stem() + ".png",
                    sample.depth().orElseThrow().getFileName().toString());
        }
        assertEquals(List.of(), folder.problems());
    }

    @Test
    void aMissingPartnerIsListedAndShiftsNobody() throws IOException {
        touch("train/rgb/1.png", "train/rgb/2.png", "train/rgb/3.png");
        touch("train/depth/1.png", "train/depth/3.png", "train/depth/9.png");
        DepthFolder folder = DepthFolder.open(dir, 1000);
        assertEquals(List.of("1", "3"), stems(folder.train()));
        assertEquals(List.of("2.png", "9.png"), names(folder.problems()));
    }

    @Test
    void doubledStemsAndUnknownTypesAreLeftOutAndListed() throws IOException {
        touch("val/rgb/1.png", "val/rgb/1.jpg", "val/rgb/2.png", "val/rgb/notes.txt", "val/rgb/.DS_Store");
        touch("val/depth/2.png", "val/depth/2.exr");
        Files.createDirectories(dir.resolve("val/rgb/sub.png"));
        DepthFolder folder = DepthFolder.open(dir, 1000);
        assertEquals(List.of("2"), stems(folder.val()));
        assertEquals(List.of("1.png", "notes.txt", "sub.png", "2.exr"), names(folder.problems()));
    }

    @Test
    void unlabeledPicturesNeedNoDepthButKeepTheirs() throws IOException {
        touch("unlabeled/rgb/u.jpg", "unlabeled/rgb/v.jpg", "unlabeled/depth/v.png");
        List<Sample> samples = DepthFolder.open(dir, 1000).unlabeled();
        assertEquals(Optional.empty(), samples.get(0).depth());
        assertTrue(samples.get(1).depth().isPresent());
    }

    @Test
    void nothingUsableSaysTheExpectedLayout() throws IOException {
        UserException missing = assertThrows(UserException.class, () -> DepthFolder.open(dir.resolve("no"), 1000));
        assertTrue(missing.sentence().contains("does not exist")
                && missing.sentence().contains("train/rgb"));
        touch("train/rgb/1.png");
        UserException empty = assertThrows(UserException.class, () -> DepthFolder.open(dir, 1000));
        assertTrue(empty.sentence().contains("1.png") && empty.sentence().contains("DIR/train/depth"));
        assertThrows(UserException.class, () -> DepthFolder.open(dir, 0));
    }

    @Test
    void theFingerprintFollowsNamesSizesAndScale() throws IOException {
        touch("train/rgb/1.png", "train/depth/1.png");
        String first = DepthFolder.open(dir, 1000).fingerprint();
        assertEquals(64, first.length());
        assertEquals(first, DepthFolder.open(dir, 1000).fingerprint());
        assertNotEquals(first, DepthFolder.open(dir, 256).fingerprint());
        Files.writeString(dir.resolve("train/depth/1.png"), "longer");
        assertNotEquals(first, DepthFolder.open(dir, 1000).fingerprint());
    }

    @Test
    void theKitchenHas140And20Pairs() {
        Assumptions.assumeTrue(Files.isDirectory(KITCHEN));
        DepthFolder folder = DepthFolder.open(KITCHEN, 1000);
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

package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthSource;
import dev.fathom.data.FileDepth;
import dev.fathom.data.FilePicture;
import dev.fathom.data.NotedPicture;
import dev.fathom.data.PictureSource;
import dev.fathom.data.RgbFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFilesTest {
    @TempDir
    Path folder;

    @Test
    void whatLiesInsideAnotherFileBecomesOneOfItsOwnWithTheSamePixels() throws IOException {
        byte[] pixels = {1, 2, 3, 4, 5, 6};
        RgbImage image = new RgbImage(2, 1, pixels);
        Path own = folder.resolve("a.png");
        RgbFile.writePng(own, image);
        PictureSource inside = new InsidePicture(folder.resolve("all.mat"), image);
        PictureFiles made = PictureFiles.of(List.of(
                new ImageEntry("a", FilePicture.of(own), null, ImageEntry.Origin.VALIDATION, own),
                new ImageEntry("0002", inside, null, ImageEntry.Origin.VALIDATION, null)));
        List<Path> files = made.paths();
        assertEquals(own, files.get(0));
        assertEquals("0002.png", files.get(1).getFileName().toString());
        assertArrayEquals(pixels, RgbFile.read(files.get(1)).rgb());
        made.delete();
        assertTrue(Files.exists(own), "the user's own file stays");
        assertFalse(Files.exists(files.get(1).getParent()));
    }

    @Test
    void aSidewaysPictureIsPredictedAndShownAsItsDepthLies() throws IOException {
        Path sideways = NotedPicture.write(folder.resolve("s.png"), "abc/def", 6);
        Path depth = folder.resolve("d.png");
        DepthPng.write(depth, DepthMap.ofPositive(3, 2, new float[] {1, 2, 3, 4, 5, 6}), 1000);
        PictureSource picture = FilePicture.of(sideways);
        DepthSource below = FileDepth.of(depth, 1000);
        ImageEntry withDepth = new ImageEntry("x__s", picture, below, ImageEntry.Origin.VALIDATION, sideways);
        ImageEntry alone = new ImageEntry("s", picture, null, ImageEntry.Origin.DROPPED, sideways);
        List<Path> files = PictureFiles.of(List.of(withDepth, alone)).paths();
        // Depth of the stored size lies over the stored picture, as in training; a worker would turn the file itself.
        RgbImage asPredicted = RgbFile.readUpright(files.get(0));
        assertEquals(3, asPredicted.width());
        assertEquals('c', asPredicted.rgb()[2 * 3]);
        assertEquals("x__s.png", files.get(0).getFileName().toString());
        assertEquals(sideways, files.get(1));
        BestPredictions predictions = new BestPredictions(folder, Map.of(), null);
        Path written = folder.resolve("val/png16/x__s.png");
        Files.createDirectories(written.getParent());
        assertEquals(folder.resolve("val/png16/s.png"), predictions.depth(withDepth), "before it was predicted");
        DepthPng.write(written, DepthMap.ofPositive(3, 2, new float[] {1, 2, 3, 4, 5, 6}), 1000);
        assertEquals(written, predictions.depth(withDepth));
        DecodedFiles decoded = new DecodedFiles();
        assertEquals(3, decoded.picture(picture, below, "").value().width());
        assertEquals(2, decoded.picture(picture, null, "").value().width(), "dropped by itself it is upright");
    }

    private record InsidePicture(Path file, RgbImage image) implements PictureSource {
        @Override
        public RgbImage read() {
            return image;
        }
    }
}

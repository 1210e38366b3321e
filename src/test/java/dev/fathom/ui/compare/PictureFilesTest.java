package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.RgbImage;
import dev.fathom.data.FilePicture;
import dev.fathom.data.PictureSource;
import dev.fathom.data.RgbFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        List<Path> files = PictureFiles.of(List.of(
                new ImageEntry("a", FilePicture.of(own), null, ImageEntry.Origin.VALIDATION, own),
                new ImageEntry("0002", inside, null, ImageEntry.Origin.VALIDATION, null)));
        assertEquals(own, files.get(0));
        assertEquals("0002.png", files.get(1).getFileName().toString());
        assertArrayEquals(pixels, RgbFile.read(files.get(1)).rgb());
    }

    private record InsidePicture(Path file, RgbImage image) implements PictureSource {
        @Override
        public RgbImage read() {
            return image;
        }
    }
}

package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.UserException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepthPngTest {
    private static final Path KITCHEN = Path.of("../shared/data/kitchen");

    @TempDir
    Path dir;

    @Test
    void samplesAreDividedByTheScale() throws IOException {
        Path file = dir.resolve("d.png");
        DepthPng.write(file, new DepthRaster(2, 1, new short[] {1500, (short) 40000}, 1000));
        DepthMap millimetres = DepthPng.read(file, DepthPng.MILLIMETRES);
        assertEquals(1.5f, millimetres.metres(0, 0));
        assertEquals(40f, millimetres.metres(1, 0));
        assertEquals(1500 / 256f, DepthPng.read(file, 256).metres(0, 0));
    }

    @Test
    void zeroAnd65535AreInvalid() throws IOException {
        Path file = dir.resolve("d.png");
        DepthPng.write(file, new DepthRaster(3, 1, new short[] {0, -1, 1}, 1000));
        DepthMap depth = DepthPng.read(file, 1000);
        assertFalse(depth.valid().get(0));
        assertFalse(depth.valid().get(1));
        assertTrue(depth.valid().get(2));
    }

    @Test
    void writingRoundsAndKeepsValidPixelsValid() throws IOException {
        Path file = dir.resolve("d.png");
        float[] metres = {1.2344f, 1.2346f, 0.0001f, 100f, Float.NaN};
        DepthPng.write(file, DepthMap.ofPositive(5, 1, metres), 1000);
        assertArrayEquals(
                new short[] {1234, 1235, 1, (short) 65534, 0},
                DepthPng.readRaster(file, 1000).raw());
    }

    @Test
    void eightBitDepthIsRefused() throws IOException {
        ImageIO.write(
                new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                dir.resolve("d.png").toFile());
        assertRefused("8 bits a pixel");
    }

    @Test
    void colouredDepthIsRefused() throws IOException {
        RgbFile.writePng(dir.resolve("d.png"), TestImages.places(4, 4, 0));
        assertRefused("colour image");
    }

    @Test
    void jpegNamedPngIsRefused() throws IOException {
        RgbFile.writeJpeg(dir.resolve("d.png"), TestImages.places(16, 16, 0), 0.9);
        assertRefused("is a JPEG");
    }

    @Test
    void aHeaderOf20000PixelsIsRefusedBeforeMemoryIsAsked() throws IOException {
        Path file = dir.resolve("d.png");
        DepthPng.write(file, TestImages.depthPlaces(4, 4));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(16, 20_000).putInt(20, 20_000);
        CRC32 check = new CRC32();
        check.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) check.getValue());
        Files.write(file, bytes);
        assertRefused("20000x20000 pixels");
    }

    @Test
    void depthCutShortIsRefused() throws IOException {
        DepthPng.write(dir.resolve("d.png"), TestImages.depthPlaces(64, 64));
        TestImages.truncate(dir.resolve("d.png"), 0.6);
        assertRefused("damaged or cut short");
        TestImages.truncate(dir.resolve("d.png"), 0.1);
        assertRefused("damaged or cut short");
        Files.write(dir.resolve("d.png"), new byte[0]);
        assertRefused("is empty");
    }

    @Test
    void realDepthLiesWithinARoom() {
        Assumptions.assumeTrue(Files.isDirectory(KITCHEN));
        DepthMap depth = DepthPng.read(KITCHEN.resolve("train/depth/000125.png"), 1000);
        assertEquals(640, depth.width());
        assertEquals(480, depth.height());
        assertTrue(depth.valid().share() > 0.5);
        for (int i = 0; i < depth.metres().length; i++) {
            assertTrue(!depth.valid().get(i) || depth.metres()[i] > 0.2f && depth.metres()[i] < 15f);
        }
    }

    private void assertRefused(String reason) {
        UserException refusal = assertThrows(UserException.class, () -> DepthPng.read(dir.resolve("d.png"), 1000));
        assertTrue(refusal.what().contains("d.png") && refusal.what().contains(reason), refusal.what());
    }
}

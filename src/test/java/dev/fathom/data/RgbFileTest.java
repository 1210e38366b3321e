package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RgbFileTest {
    @TempDir
    Path dir;

    @Test
    void pngGivesBackTheSameBytes() throws IOException {
        RgbImage image = TestImages.places(37, 21, 200);
        RgbFile.writePng(dir.resolve("a.png"), image);
        RgbImage back = RgbFile.read(dir.resolve("a.png"));
        assertEquals(37, back.width());
        assertArrayEquals(image.rgb(), back.rgb());
    }

    @Test
    void jpegComesCloseAndIsReadWhateverItsName() throws IOException {
        byte[] rgb = new byte[64 * 48 * 3];
        Arrays.fill(rgb, (byte) 120);
        Path misnamed = dir.resolve("a.png");
        RgbFile.writeJpeg(misnamed, new RgbImage(64, 48, rgb), 0.9);
        RgbImage back = RgbFile.read(misnamed);
        assertEquals(120, back.channel(10, 10, 1), 2);
    }

    @Test
    void grayIsRepeatedWithoutAChangeOfCurve() throws IOException {
        BufferedImage gray = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(0, 0, 0, 100);
        gray.getRaster().setSample(1, 0, 0, 7);
        ImageIO.write(gray, "png", dir.resolve("g.png").toFile());
        assertArrayEquals(
                new byte[] {100, 100, 100, 7, 7, 7},
                RgbFile.read(dir.resolve("g.png")).rgb());
    }

    @Test
    void alphaIsDroppedAndNotBlended() throws IOException {
        BufferedImage argb = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
        argb.setRGB(0, 0, 0x20_10_64_05);
        ImageIO.write(argb, "png", dir.resolve("a.png").toFile());
        assertArrayEquals(
                new byte[] {0x10, 0x64, 0x05},
                RgbFile.read(dir.resolve("a.png")).rgb());
    }

    @Test
    void sixteenBitSamplesKeepTheirHighByte() throws IOException {
        BufferedImage gray = new BufferedImage(1, 1, BufferedImage.TYPE_USHORT_GRAY);
        gray.getRaster().setSample(0, 0, 0, 0x12ff);
        ImageIO.write(gray, "png", dir.resolve("g.png").toFile());
        assertArrayEquals(
                new byte[] {0x12, 0x12, 0x12},
                RgbFile.read(dir.resolve("g.png")).rgb());
    }

    @Test
    void palettesAndBitmapsAreRead() throws IOException {
        BufferedImage indexed = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.setRGB(0, 0, 0xffff0000);
        ImageIO.write(indexed, "png", dir.resolve("p.png").toFile());
        assertArrayEquals(
                new byte[] {-1, 0, 0}, RgbFile.read(dir.resolve("p.png")).rgb());

        BufferedImage binary = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        binary.setRGB(1, 0, 0xffffffff);
        ImageIO.write(binary, "png", dir.resolve("b.png").toFile());
        assertArrayEquals(
                new byte[] {0, 0, 0, -1, -1, -1, 0, 0, 0},
                RgbFile.read(dir.resolve("b.png")).rgb());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9, 0.999})
    void aPngCutShortIsRefused(double share) throws IOException {
        Path file = dir.resolve("a.png");
        RgbFile.writePng(file, noise(200, 150));
        TestImages.truncate(file, share);
        assertRefused(file, "damaged or cut short");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.5, 0.9, 0.999})
    void aJpegCutShortIsRefused(double share) throws IOException {
        Path file = dir.resolve("a.jpg");
        RgbFile.writeJpeg(file, noise(200, 150), 0.8);
        TestImages.truncate(file, share);
        assertRefused(file, "damaged or cut short");
    }

    @Test
    void aFlippedByteInThePixelsOfAPngIsNoticed() throws IOException {
        Path file = dir.resolve("a.png");
        RgbFile.writePng(file, noise(200, 150));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
        assertRefused(file, "damaged or cut short");
    }

    @Test
    void emptyMissingAndForeignFilesAreRefused() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty.png"));
        assertRefused(empty, "is empty");
        assertRefused(dir.resolve("none.png"), "does not exist");
        assertRefused(Files.writeString(dir.resolve("text.png"), "not a picture"), "neither a PNG nor a JPEG");
        assertRefused(Files.createDirectory(dir.resolve("folder.png")), "cannot be read");
    }

    @Test
    void aJpegWithFourInksIsRefusedByName() throws IOException {
        Path file = dir.resolve("cmyk.jpg");
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(inks, null, null));
        } finally {
            writer.dispose();
        }
        assertRefused(file, "probably CMYK");

        // The marker that Adobe's programs write: length 14, "Adobe", version 100, flags, 0 = inks as they are.
        byte[] plain = Files.readAllBytes(file);
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        byte[] marked = new byte[plain.length + adobe.length];
        System.arraycopy(plain, 0, marked, 0, 2);
        System.arraycopy(adobe, 0, marked, 2, adobe.length);
        System.arraycopy(plain, 2, marked, 2 + adobe.length, plain.length - 2);
        assertRefused(Files.write(file, marked), "probably CMYK");
    }

    @Test
    void aHugeHeaderIsRefusedBeforeMemoryIsAsked() throws IOException {
        Path file = dir.resolve("bomb.png");
        RgbFile.writePng(file, TestImages.places(4, 4, 0));
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
        Files.write(file, bytes);
        assertRefused(file, "60000x60000");
    }

    private static void assertRefused(Path file, String reason) {
        UserException refusal = assertThrows(UserException.class, () -> RgbFile.read(file));
        assertTrue(refusal.what().contains(file.getFileName().toString()), refusal.what());
        assertTrue(refusal.what().contains(reason), refusal.what());
    }

    private static RgbImage noise(int width, int height) {
        byte[] rgb = new byte[width * height * 3];
        SeededRandom random = SeededRandom.of(1);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) random.nextInt(256);
        }
        return new RgbImage(width, height, rgb);
    }
}

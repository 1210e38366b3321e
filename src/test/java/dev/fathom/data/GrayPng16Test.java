package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.data.codec.Decoders;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrayPng16Test {
    private static final Path KITCHEN = Path.of("../shared/data/kitchen/train/depth");
    private static final long ENOUGH = 1 << 20;

    @TempDir
    Path dir;

    @Test
    void everyFilterGivesTheBitsOfTheJdksReader() throws IOException {
        // Rows of chance bytes under the filters 0 to 4 in turn are a valid picture whatever they decode to.
        for (int width : new int[] {1, 2, 7, 64}) {
            byte[] png = png(width, 25, 0, new Random(width), 1 << 20);
            assertSame(png);
        }
    }

    @Test
    void dataInManySmallChunksIsOneStream() throws IOException {
        assertSame(png(33, 20, 0, new Random(1), 10));
    }

    @Test
    void realDepthIsTheSame() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(KITCHEN));
        assertSame(Files.readAllBytes(KITCHEN.resolve("000125.png")));
    }

    @Test
    void whatIsUnusualOrBrokenIsLeftToTheOther() throws IOException {
        byte[] good = png(8, 8, 0, new Random(2), 1 << 20);
        assertEquals(8, decode(good).orElseThrow().width());
        assertEquals(Optional.empty(), GrayPng16.decode(good, 1000, 63, Optional.empty()));
        assertEquals(Optional.empty(), decode(png(8, 8, 1, new Random(2), 1 << 20)));
        for (int length = 0; length < good.length - 12; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            assertEquals(Optional.empty(), decode(cut), length + " bytes");
        }
        byte[] badFilter = png(8, 8, 0, new Random(2), 1 << 20, 7);
        assertEquals(Optional.empty(), decode(badFilter));
    }

    @Test
    void interlacedFilesAreReadByTheOther() throws IOException {
        DepthRaster depth = TestImages.depthPlaces(13, 9);
        BufferedImage image = new BufferedImage(13, 9, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setDataElements(0, 0, 13, 9, depth.raw());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        Path file = dir.resolve("interlaced.png");
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        assertEquals(Optional.empty(), decode(Files.readAllBytes(file)));
        assertArrayEquals(
                depth.raw(), DepthPng.readRaster(file, 1000, Decoders.fastest()).raw());
    }

    /** By zlib and, where there is one, by the fast library, which agree. */
    private static Optional<DepthRaster> decode(byte[] png) {
        Optional<DepthRaster> slow = GrayPng16.decode(png, 1000, ENOUGH, Optional.empty());
        Optional<DepthRaster> fast =
                GrayPng16.decode(png, 1000, ENOUGH, Decoders.fastest().deflate());
        assertEquals(slow.isPresent(), fast.isPresent());
        slow.ifPresent(raster -> assertArrayEquals(raster.raw(), fast.get().raw()));
        return slow;
    }

    private void assertSame(byte[] png) throws IOException {
        Path file = Files.write(dir.resolve("d.png"), png);
        short[] expected =
                ((DataBufferUShort) ImageFile.open(file).decode().getRaster().getDataBuffer()).getData();
        assertArrayEquals(expected, decode(png).orElseThrow().raw());
    }

    private static byte[] png(int width, int height, int interlace, Random random, int chunk) throws IOException {
        return png(width, height, interlace, random, chunk, 5);
    }

    private static byte[] png(int width, int height, int interlace, Random random, int chunk, int filters)
            throws IOException {
        byte[] rows = new byte[height * (1 + 2 * width)];
        random.nextBytes(rows);
        for (int y = 0; y < height; y++) {
            rows[y * (1 + 2 * width)] = (byte) (y % filters);
        }
        Deflater deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        byte[] stream = new byte[rows.length + 100];
        int length = deflater.deflate(stream);
        deflater.end();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(ByteBuffer.allocate(8).putLong(0x89504e470d0a1a0aL).array());
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {16, 0, 0, 0, (byte) interlace})
                .array();
        chunk(out, "IHDR", header, 0, 13);
        for (int at = 0; at < length; at += chunk) {
            chunk(out, "IDAT", stream, at, Math.min(chunk, length - at));
        }
        chunk(out, "IEND", new byte[0], 0, 0);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data, int from, int length)
            throws IOException {
        byte[] body = ByteBuffer.allocate(4 + length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data, from, length)
                .array();
        CRC32 crc = new CRC32();
        crc.update(body);
        out.write(ByteBuffer.allocate(4).putInt(length).array());
        out.write(body);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}

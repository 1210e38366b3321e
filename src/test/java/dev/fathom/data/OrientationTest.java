package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture abc/def, upright for each of the tag's values, from the table of the EXIF standard (0th row, 0th column). */
class OrientationTest {
    private static final int PNG_HEADER_END = 33;
    private static final int VALUE_END = 32;

    @TempDir
    private Path folder;

    static RgbImage letters(String rows) {
        String[] lines = rows.split("/");
        byte[] rgb = new byte[lines.length * lines[0].length() * 3];
        for (int i = 0; i < rgb.length / 3; i++) {
            Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) rows.replace("/", "").charAt(i));
        }
        return new RgbImage(lines[0].length(), lines.length, rgb);
    }

    /** One directory with one foreign entry and the orientation. */
    static void assertLetters(String rows, RgbImage found) {
        RgbImage expected = letters(rows);
        assertEquals(expected.width() + "x" + expected.height(), found.width() + "x" + found.height());
        assertArrayEquals(expected.rgb(), found.rgb());
    }

    static byte[] tiff(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
        tiff.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        tiff.putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x010f).putShort((short) 2).putInt(1).putInt(0);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        return tiff.array();
    }

    static byte[] withChunk(byte[] png, byte[] exif) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length).putInt(exif.length);
        chunk.put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + exif.length);
        chunk.putInt((int) crc.getValue());
        return joined(png, PNG_HEADER_END, chunk.array());
    }

    static byte[] withSegment(byte[] jpeg, byte[] exif) {
        ByteBuffer segment = ByteBuffer.allocate(10 + exif.length);
        segment.putShort((short) 0xffe1).putShort((short) (8 + exif.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        return joined(jpeg, 2, segment.array());
    }

    private static byte[] joined(byte[] file, int at, byte[] inserted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(inserted);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "1,abc/def",
        "2,cba/fed",
        "3,fed/cba",
        "4,def/abc",
        "5,ad/be/cf",
        "6,da/eb/fc",
        "7,fc/eb/da",
        "8,cf/be/ad",
        "0,abc/def",
        "9,abc/def"
    })
    void aPngIsTurnedAsItsTagSays(int tag, String upright) throws IOException {
        Path file = folder.resolve("p.png");
        Files.write(file, withChunk(RgbFile.png(letters("abc/def")), tiff(tag, ByteOrder.BIG_ENDIAN)));
        assertLetters(upright, RgbFile.readUpright(file));
        assertArrayEquals(letters("abc/def").rgb(), RgbFile.read(file).rgb());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE", "BIG"})
    void aJpegIsTurnedInEitherByteOrder(String name) throws IOException {
        ByteOrder order = name.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Path file = folder.resolve("p.jpg");
        byte[] rgb = new byte[64 * 32 * 3];
        Arrays.fill(rgb, 0, 64 * 16 * 3, (byte) 200);
        RgbFile.writeJpeg(file, new RgbImage(64, 32, rgb), 1);
        Files.write(file, withSegment(Files.readAllBytes(file), tiff(6, order)));
        RgbImage upright = RgbFile.readUpright(file);
        assertEquals(32, upright.width());
        assertEquals(64, upright.height());
        // The bright upper half lies on the right after a quarter turn clockwise.
        assertEquals(200, upright.channel(24, 32, 0), 3);
        assertEquals(0, upright.channel(8, 32, 0), 3);
    }

    @Test
    void damagedNotesAreNoReasonToRefuseAPicture() throws IOException {
        Path file = folder.resolve("p.jpg");
        RgbFile.writeJpeg(file, letters("abc/def"), 1);
        byte[] jpeg = Files.readAllBytes(file);
        byte[] whole = tiff(3, ByteOrder.LITTLE_ENDIAN);
        for (int length = 0; length < VALUE_END; length++) {
            Files.write(file, withSegment(jpeg, Arrays.copyOf(whole, length)));
            assertArrayEquals(
                    RgbFile.read(file).rgb(), RgbFile.readUpright(file).rgb(), length + " bytes");
        }
        byte[] astray = whole.clone();
        astray[7] = 0x7f;
        Files.write(file, withSegment(jpeg, astray));
        assertArrayEquals(RgbFile.read(file).rgb(), RgbFile.readUpright(file).rgb());
    }
}

package dev.fathom.data.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by tifffile 2026.3.3 and Pillow 12.3 from [[1, 2, 3], [4, 5, 65535]], floats from its half. */
class TiffFileTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"u16-le", "u16-be", "u16-deflate"})
    void wholeNumbersAreReadInEitherByteOrder(String name) throws IOException {
        Plane plane = TiffFile.read(resource(name));
        assertEquals("3x2 UINT16", plane.width() + "x" + plane.height() + " " + plane.type());
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 65535}, plane.values());
        assertEquals(5, plane.toDepthMap(1000).valid().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"f32-le", "f32-be", "f32-lzw"})
    void floatsAreReadInEitherByteOrder(String name) throws IOException {
        Plane plane = TiffFile.read(resource(name));
        assertArrayEquals(new float[] {0.5f, 1, 1.5f, 2, 2.5f, 32767.5f}, plane.values());
        assertEquals(SampleType.FLOAT, plane.type());
    }

    @Test
    void bytesAreKnownAsSuch() throws IOException {
        Plane plane = TiffFile.read(resource("u8"));
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 255}, plane.values());
        assertEquals(SampleType.UINT8, plane.type());
    }

    @ParameterizedTest
    @CsvSource({
        "f16, 16-bit numbers of TIFF's sample format 3",
        "i16, 16-bit numbers of TIFF's sample format 2",
        "u16-predictor, compressed with a predictor",
        "bigtiff, is a BigTIFF",
        "rgb, is a colour image"
    })
    void whatTheDecoderWouldGetWrongIsRefused(String name, String reason) throws IOException {
        assertRefused(resource(name), reason);
    }

    @Test
    void aSizeThatIsNotAnImagesIsRefusedBeforeMemoryIsTaken() throws IOException {
        Path file = resource("f32-le");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        // The first two fields of the directory at 8, width and height, have their numbers at 18 and 30.
        assertEquals("3x2", fields.getInt(18) + "x" + fields.getInt(30));
        fields.putInt(18, 20_000).putInt(30, 20_000);
        assertRefused(Files.write(file, bytes), "20000x20000 pixels");
        fields.putInt(18, 3).putInt(30, 8_000_000);
        assertRefused(Files.write(file, bytes), "f32-le.tif");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u16-be", "f32-le", "f32-lzw", "u16-deflate"})
    void filesCutShortAreRefused(String name) throws IOException {
        byte[] whole = Files.readAllBytes(resource(name));
        for (int length = 1; length < whole.length - 8; length += 11) {
            assertRefused(Files.write(dir.resolve("part.tif"), Arrays.copyOf(whole, length)), "part.tif");
        }
    }

    @Test
    void emptyAndForeignFilesAreRefused() throws IOException {
        assertRefused(Files.write(dir.resolve("e.tif"), new byte[0]), "is empty");
        assertRefused(Files.writeString(dir.resolve("t.tif"), "II. depth"), "not a TIFF file");
        assertRefused(Files.write(dir.resolve("h.tif"), new byte[] {'I', 'I', 42, 0}), "damaged");
    }

    private static void assertRefused(Path path, String reason) {
        UserException refusal = assertThrows(UserException.class, () -> TiffFile.read(path), path.toString());
        assertTrue(refusal.what().contains(path.toString()) && refusal.what().contains(reason), refusal.what());
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = TiffFileTest.class.getResourceAsStream(name + ".tif")) {
            return Files.write(dir.resolve(name + ".tif"), in.readAllBytes());
        }
    }
}

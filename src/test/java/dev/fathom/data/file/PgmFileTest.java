package dev.fathom.data.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgmFileTest {
    @TempDir
    Path dir;

    @Test
    void twoBytesAreBigEndianAndTheFirstRowIsOnTop() throws IOException {
        Plane plane = PgmFile.read(file("P5\n# depth in mm\n2 2\n65535\n", 0x03, 0xe8, 0, 0, 0xff, 0xff, 0x0a, 0x0d));
        assertArrayEquals(new float[] {1000, 0, 65535, 2573}, plane.values());
        DepthMap depth = plane.toDepthMap(1000);
        assertEquals(2, depth.valid().count());
        assertEquals(1f, depth.metres(0, 0));
        assertEquals(2.573f, depth.metres(1, 1));
    }

    @Test
    void oneByteIsKnownAsSuch() throws IOException {
        Plane plane = PgmFile.read(file("P5 3 1 255\n", 10, 32, 255));
        assertArrayEquals(new float[] {10, 32, 255}, plane.values());
        assertEquals(SampleType.UINT8, plane.type());
    }

    @Test
    void textIsRead() throws IOException {
        Plane plane = PgmFile.read(file("P2\n3 2\n4000 # of 4000\n1 2 3\n4000   5\t6"));
        assertEquals("3x2 UINT16", plane.width() + "x" + plane.height() + " " + plane.type());
        assertArrayEquals(new float[] {1, 2, 3, 4000, 5, 6}, plane.values());
    }

    @Test
    void aSizeThatIsNotAnImagesIsRefusedBeforeMemoryIsTaken() throws IOException {
        assertRefused(file("P5\n20000 20000\n65535\n", 1, 2), "20000x20000 pixels");
        assertRefused(file("P2\n8000 8000\n65535\n1 2"), "cut short: 4 of 128000000 bytes");
        assertRefused(file("P5\n0 5\n65535\n", 1, 2), "0x5 pixels");
        assertRefused(file("P5\n1 1\n70000\n", 1, 2), "damaged");
    }

    @Test
    void filesCutShortEmptyOrForeignAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file("P5 2 1 65535 ", 1, 2, 3, 4));
        for (int length = 1; length < whole.length; length++) {
            assertRefused(Files.write(dir.resolve("part.pgm"), Arrays.copyOf(whole, length)), "part.pgm");
        }
        assertRefused(file("P2 2 1 255 7 x"), "damaged");
        assertRefused(file("P6 1 1 255 ", 1, 2, 3), "not a PGM file");
        assertRefused(file("a picture"), "not a PGM file");
        assertRefused(file(""), "is empty");
    }

    private static void assertRefused(Path path, String reason) {
        UserException refusal = assertThrows(UserException.class, () -> PgmFile.read(path));
        assertTrue(refusal.what().contains(path.toString()) && refusal.what().contains(reason), refusal.what());
    }

    private Path file(String header, int... samples) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = Arrays.copyOf(text, text.length + samples.length);
        for (int i = 0; i < samples.length; i++) {
            bytes[text.length + i] = (byte) samples[i];
        }
        return Files.write(dir.resolve("a.pgm"), bytes);
    }
}

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
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PfmFileTest {
    /** 4, 5, 6 and then 1, 2, 3: the last row comes first. */
    private static final String LITTLE = "000080400000a0400000c0400000803f0000004000004040";

    private static final String BIG = "4080000040a0000040c000003f8000004000000040400000";
    private static final float[] ONE_TO_SIX = {1, 2, 3, 4, 5, 6};

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {"Pf\n3 2\n-1.0\n", "Pf 3 2 -1 ", "Pf\r\n3 2\r\n-1.000000\r\n", "Pf\n# by hand\n3\n2\n-1e0\n"})
    void littleEndianHasANegativeScale(String header) throws IOException {
        Plane plane = PfmFile.read(file(header, LITTLE));
        assertEquals("3x2", plane.width() + "x" + plane.height());
        assertArrayEquals(ONE_TO_SIX, plane.values());
        assertEquals(SampleType.FLOAT, plane.type());
    }

    @Test
    void bigEndianHasAPositiveScale() throws IOException {
        assertArrayEquals(ONE_TO_SIX, PfmFile.read(file("Pf\n3 2\n1\n", BIG)).values());
    }

    @Test
    void theSizeOfTheScaleChangesNothing() throws IOException {
        assertArrayEquals(
                ONE_TO_SIX, PfmFile.read(file("Pf\n3 2\n-0.003922\n", LITTLE)).values());
    }

    @Test
    void whatIsWrittenHasTheLastRowFirstAndNoInvalidNumbers() throws IOException {
        Path path = dir.resolve("out.pfm");
        PfmFile.write(path, DepthMap.ofPositive(3, 2, new float[] {1, Float.NaN, 3, 4, 5, -1}));
        String header = HexFormat.of().formatHex("Pf\n3 2\n-1.0\n".getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                header + "000080400000a040000000000000803f0000000000004040",
                HexFormat.of().formatHex(Files.readAllBytes(path)));
        assertEquals(4, PfmFile.read(path).toDepthMap(1).valid().count());
    }

    @Test
    void infinityIsNotMeasured() throws IOException {
        DepthMap depth = PfmFile.read(file("Pf\n2 1\n-1\n", "0000807f0000803f")).toDepthMap(1);
        assertEquals(1, depth.valid().count());
        assertEquals(1f, depth.metres(1, 0));
    }

    @Test
    void aSizeThatIsNotAnImagesIsRefusedBeforeMemoryIsTaken() throws IOException {
        assertRefused(file("Pf\n20000 20000\n-1\n", LITTLE), "20000x20000 pixels");
        assertRefused(file("Pf\n-3 2\n-1\n", LITTLE), "-3x2 pixels");
        assertRefused(file("Pf\n99999999999 2\n-1\n", LITTLE), "damaged");
    }

    @Test
    void filesCutShortEmptyOrForeignAreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(file("Pf\n3 2\n-1.0\n", LITTLE));
        for (int length = 1; length < whole.length; length++) {
            assertRefused(Files.write(dir.resolve("part.pfm"), Arrays.copyOf(whole, length)), "part.pfm");
        }
        assertRefused(file("Pf\n3 2\nmetres\n", LITTLE), "damaged");
        assertRefused(file("PF\n1 2\n-1\n", LITTLE), "three colours");
        assertRefused(Files.write(dir.resolve("e.pfm"), new byte[0]), "is empty");
        assertRefused(Files.writeString(dir.resolve("t.pfm"), "depth in metres"), "not a PFM file");
    }

    private static void assertRefused(Path path, String reason) {
        UserException refusal = assertThrows(UserException.class, () -> PfmFile.read(path));
        assertTrue(refusal.what().contains(path.toString()) && refusal.what().contains(reason), refusal.what());
    }

    private Path file(String header, String numbers) throws IOException {
        String text = HexFormat.of().formatHex(header.getBytes(StandardCharsets.US_ASCII));
        return Files.write(dir.resolve("a.pfm"), HexFormat.of().parseHex(text + numbers));
    }
}

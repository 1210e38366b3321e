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
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers' bytes are what NumPy writes for [[1, 2, 3], [4, 5, 6]] of each type. */
class NpyFileTest {
    private static final float[] ONE_TO_SIX = {1, 2, 3, 4, 5, 6};

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "<f2, 003c00400042004400450046, FLOAT",
        "<f4, 0000803f0000004000004040000080400000a0400000c040, FLOAT",
        ">f4, 3f800000400000004040000040800000" + "40a0000040c00000, FLOAT",
        "<f8, 000000000000f03f0000000000000040000000000000084000000000000010400000000000001440"
                + "0000000000001840, FLOAT",
        ">f8, 3ff0000000000000400000000000000040080000000000004010000000000000"
                + "40140000000000004018000000000000, FLOAT",
        "|u1, 010203040506, UINT8",
        "|i1, 010203040506, INTEGER",
        "<u2, 010002000300040005000600, UINT16",
        ">u2, 000100020003000400050006, UINT16",
        "<i2, 010002000300040005000600, INTEGER",
        "<i4, 010000000200000003000000040000000500000006000000, INTEGER",
        "<u4, 010000000200000003000000040000000500000006000000, INTEGER",
        "<i8, 010000000000000002000000000000000300000000000000040000000000000005000000000000000600000000000000,"
                + " INTEGER"
    })
    void everyTypeOfNumberIsRead(String type, String bytes, SampleType expected) throws IOException {
        Plane plane = NpyFile.read(file(1, dictionary(type, false, "2, 3"), bytes));
        assertEquals(3, plane.width());
        assertEquals(2, plane.height());
        assertArrayEquals(ONE_TO_SIX, plane.values());
        assertEquals(expected, plane.type());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theThreeVersionsDifferInTheLengthOfTheHeader(int version) throws IOException {
        assertArrayEquals(
                ONE_TO_SIX,
                NpyFile.read(file(version, dictionary("|u1", false, "2, 3"), "010203040506"))
                        .values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2, 3, 1", "1, 2, 3", "1, 1, 2, 3", "1, 2, 3, 1", "2L, 3L"})
    void dimensionsOfOneAreLeftOut(String shape) throws IOException {
        Plane plane = NpyFile.read(file(1, dictionary("|u1", false, shape), "010203040506"));
        assertEquals("3x2", plane.width() + "x" + plane.height());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2, 3", "2, 3, 1", "1, 2, 3"})
    void fortranOrderHasTheRowsFastest(String shape) throws IOException {
        Plane plane = NpyFile.read(file(1, dictionary("|u1", true, shape), "010402050306"));
        assertEquals(3, plane.width());
        assertArrayEquals(ONE_TO_SIX, plane.values());
    }

    @Test
    void halfPrecisionHasTinyHugeAndNoNumbers() throws IOException {
        // 5.9604645e-08 (the smallest), 6.1035156e-05 (the smallest normal), 65504, inf, nan, -1.5, as float16
        Plane plane = NpyFile.read(file(1, dictionary("<f2", false, "1, 6"), "01000004ff7b007c007e00be"));
        assertArrayEquals(
                new float[] {5.9604645e-08f, 6.1035156e-05f, 65504, Float.POSITIVE_INFINITY, Float.NaN, -1.5f},
                plane.values());
    }

    @Test
    void nothingButFiniteNumbersAboveZeroIsValid() throws IOException {
        // nan, inf, -1, 0, 2.5, 1e-30
        DepthMap depth = NpyFile.read(
                        file(1, dictionary("<f4", false, "1, 6"), "0000c07f0000807f000080bf00000000000020406042a20d"))
                .toDepthMap(1);
        assertEquals(2, depth.valid().count());
        assertEquals(2.5f, depth.metres(4, 0));
        assertTrue(depth.valid().get(5));
    }

    @Test
    void wholeNumbersOf16BitsHave65535AsNotMeasured() throws IOException {
        DepthMap depth = NpyFile.read(file(1, dictionary("<u2", false, "1, 3"), "fffffeff0100"))
                .toDepthMap(1000);
        assertEquals(2, depth.valid().count());
        assertEquals(65.534f, depth.metres(1, 0));
        assertEquals(0.001f, depth.metres(2, 0));
    }

    @Test
    void whatIsWrittenIsWhatNumPyWrites() throws IOException {
        Path path = dir.resolve("out.npy");
        NpyFile.write(path, DepthMap.ofPositive(3, 2, new float[] {1, 2, 3, 4, Float.NaN, 6}));
        // numpy.save of [[1, 2, 3], [4, 0, 6]] as float32, NumPy 2.4.6
        String numpy = "934e554d5059010076007b276465736372273a20273c6634272c2027666f727472616e5f6f72646572273a2046616c"
                + "73652c20277368617065273a2028322c2033292c207d" + "20".repeat(58) + "0a"
                + "0000803f000000400000404000008040000000000000c040";
        assertEquals(numpy, HexFormat.of().formatHex(Files.readAllBytes(path)));
        assertArrayEquals(new float[] {1, 2, 3, 4, 0, 6}, NpyFile.read(path).values());
    }

    @ParameterizedTest
    @CsvSource({
        "20000, 20000x20000 pixels",
        "99999999999, pixels; at most",
        "0, 0x",
    })
    void aSizeThatIsNotAnImagesIsRefusedBeforeMemoryIsTaken(String side, String reason) throws IOException {
        assertRefused(file(1, dictionary("<f4", false, side + ", " + side), "00"), reason);
    }

    @Test
    void filesThatAreNotOneNumberAPixelAreRefused() throws IOException {
        assertRefused(file(1, dictionary("<f4", false, "2, 3, 3"), "00"), "shape (2, 3, 3)");
        assertRefused(file(1, dictionary("<f4", false, "6,"), "00"), "shape (6,)");
        assertRefused(file(1, dictionary("<f4", false, ""), "00"), "shape ()");
        assertRefused(file(1, dictionary("<c8", false, "2, 3"), "00"), "type c8");
        assertRefused(file(1, dictionary("<U1", false, "2, 3"), "00"), "type U1");
        assertRefused(
                file(1, "{'descr': [('z', '<f4')], 'fortran_order': False, 'shape': (2, 3), }", "00"),
                "no plain array");
    }

    @Test
    void filesCutShortEmptyOrForeignAreRefused() throws IOException {
        assertRefused(file(1, dictionary("<f4", false, "2, 3"), "0000803f"), "cut short: 4 of 24 bytes");
        byte[] whole = Files.readAllBytes(file(1, dictionary("|u1", false, "2, 3"), "010203040506"));
        for (int length = 1; length < whole.length; length++) {
            byte[] part = new byte[length];
            System.arraycopy(whole, 0, part, 0, length);
            assertRefused(Files.write(dir.resolve("part.npy"), part), "part.npy");
        }
        assertRefused(Files.write(dir.resolve("e.npy"), new byte[0]), "is empty");
        assertRefused(Files.writeString(dir.resolve("t.npy"), "1 2 3\n"), "not a NumPy file");
        assertRefused(dir.resolve("none.npy"), "does not exist");
    }

    private static void assertRefused(Path path, String reason) {
        UserException refusal = assertThrows(UserException.class, () -> NpyFile.read(path));
        assertTrue(refusal.what().contains(path.toString()) && refusal.what().contains(reason), refusal.what());
    }

    private static String dictionary(String type, boolean fortran, String shape) {
        return "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (" + shape
                + "), }";
    }

    private Path file(int version, String dictionary, String numbers) throws IOException {
        byte[] text = (dictionary + "  \n").getBytes(StandardCharsets.US_ASCII);
        HexFormat hex = HexFormat.of();
        String length = hex.toHexDigits((byte) text.length) + (version == 1 ? "00" : "000000");
        return Files.write(
                dir.resolve("a.npy"),
                hex.parseHex("934e554d5059" + "0" + version + "00" + length + hex.formatHex(text) + numbers));
    }
}

package dev.fathom.data.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files were written by h5py 3.16 from [[1, 2, 3], [4, 5, 6]] and, for MATLAB's form, from 0, 1, 2, ... */
class Hdf5FileTest {
    @TempDir
    Path dir;

    @Test
    void floatsAreRead() throws IOException {
        try (Hdf5File file = Hdf5File.open(resource("float32.hdf5"))) {
            Plane plane = file.plane("dataset");
            assertEquals("3x2 FLOAT", plane.width() + "x" + plane.height() + " " + plane.type());
            assertArrayEquals(new float[] {0.5f, 1, 1.5f, 2, 2.5f, 3}, plane.values());
        }
    }

    @Test
    void compressedHalfFloatsInChunksAreRead() throws IOException {
        try (Hdf5File file = Hdf5File.open(resource("float16-gzip.hdf5"))) {
            Plane plane = file.plane("dataset");
            assertArrayEquals(new float[] {0.5f, Float.NaN, 1.5f, 2, 2.5f, 3}, plane.values());
            assertEquals(5, plane.toDepthMap(1).valid().count());
        }
    }

    @Test
    void wholeNumbersKeepTheirTypeAndByteOrder() throws IOException {
        try (Hdf5File file = Hdf5File.open(resource("big-endian.hdf5"))) {
            assertArrayEquals(
                    new float[] {1, 2, 3, 4, 5, 6}, file.plane("depth").values());
            assertEquals(SampleType.UINT16, file.plane("depth").type());
        }
    }

    @Test
    void oneMapOfAStackIsReadFromAMatlabFile() throws IOException {
        try (Hdf5File file = Hdf5File.open(resource("slices.mat"))) {
            assertArrayEquals(new long[] {2, 3, 4}, file.dimensions("depths"));
            Plane second = file.slice("depths", 1);
            assertEquals("4x3", second.width() + "x" + second.height());
            assertArrayEquals(new float[] {12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23}, second.values());
            Plane asMatlabSeesIt = second.transposed();
            assertEquals("3x4", asMatlabSeesIt.width() + "x" + asMatlabSeesIt.height());
            assertArrayEquals(new float[] {12, 16, 20, 13, 17, 21, 14, 18, 22, 15, 19, 23}, asMatlabSeesIt.values());
        }
    }

    @Test
    void aPartOfManyDimensionsIsRead() throws IOException {
        try (Hdf5File file = Hdf5File.open(resource("slices.mat"))) {
            float[] part = file.numbers("images", new long[] {1, 2, 1, 0}, new long[] {1, 1, 2, 4});
            assertArrayEquals(new float[] {64, 65, 66, 67, 68, 69, 70, 71}, part);
        }
    }

    @Test
    void namesThatAreNotThereAreToldFromThoseThatAre() throws IOException {
        try (Hdf5File file = Hdf5File.open(resource("slices.mat"))) {
            assertTrue(file.has("images"));
            assertFalse(file.has("rawDepths"));
            UserException refusal = assertThrows(UserException.class, () -> file.plane("rawDepths"));
            assertTrue(refusal.what().contains("no array rawDepths (it has depths, images)"), refusal.what());
            refusal = assertThrows(UserException.class, () -> file.plane("depths"));
            assertTrue(refusal.what().contains("shape [2, 3, 4]"), refusal.what());
        }
    }

    @Test
    void aSizeThatIsNotAnImagesIsRefusedBeforeMemoryIsTaken() throws IOException {
        Path file = resource("float32.hdf5");
        String hex = HexFormat.of().formatHex(Files.readAllBytes(file));
        String twoByThree = "02000000000000000300000000000000";
        assertTrue(hex.contains(twoByThree));
        String claimed = hex.replace(twoByThree, "204e000000000000204e000000000000");
        assertRefused(Files.write(file, HexFormat.of().parseHex(claimed)), "20000x20000 pixels");
        claimed = hex.replace(twoByThree, "00010000000000000001000000000000");
        assertRefused(Files.write(file, HexFormat.of().parseHex(claimed)), "damaged or cut short");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.1, 0.3, 0.6, 0.9, 0.99})
    void filesCutShortAreRefused(double share) throws IOException {
        for (String name : new String[] {"float32.hdf5", "float16-gzip.hdf5"}) {
            byte[] whole = Files.readAllBytes(resource(name));
            Path cut = Files.write(dir.resolve(name), Arrays.copyOf(whole, (int) (whole.length * share)));
            assertRefused(cut, "");
        }
    }

    @Test
    void emptyMissingAndForeignFilesAreRefused() throws IOException {
        assertRefused(Files.write(dir.resolve("e.hdf5"), new byte[0]), "is empty");
        assertRefused(Files.writeString(dir.resolve("t.hdf5"), "depth"), "neither an HDF5 file nor a MATLAB file");
        assertRefused(dir.resolve("none.hdf5"), "does not exist");
    }

    private static void assertRefused(Path path, String reason) {
        UserException refusal = assertThrows(UserException.class, () -> {
            try (Hdf5File file = Hdf5File.open(path)) {
                file.plane("dataset");
            }
        });
        assertTrue(refusal.what().contains(path.toString()) && refusal.what().contains(reason), refusal.what());
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = Hdf5FileTest.class.getResourceAsStream(name)) {
            return Files.write(dir.resolve(name), in.readAllBytes());
        }
    }
}

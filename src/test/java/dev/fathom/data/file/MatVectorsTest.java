package dev.fathom.data.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files were written by scipy.io.savemat. */
class MatVectorsTest {
    @TempDir
    Path dir;

    @Test
    void compressedArraysAreRead() throws IOException {
        Map<String, double[]> arrays = MatVectors.read(resource("splits.mat"));
        assertArrayEquals(new double[] {1, 2, 300}, arrays.get("testNdxs"));
        assertArrayEquals(new double[] {3.5, 4}, arrays.get("trainNdxs"));
    }

    @Test
    void plainArraysAreReadAndCellsLeftOut() throws IOException {
        Map<String, double[]> arrays = MatVectors.read(resource("splits-plain.mat"));
        assertEquals(Set.of("testNdxs", "trainNdxs"), arrays.keySet());
        assertArrayEquals(new double[] {1, 70000}, arrays.get("trainNdxs"));
    }

    @Test
    void filesCutShortEmptyOrForeignAreRefused() throws IOException {
        for (String name : new String[] {"splits.mat", "splits-plain.mat"}) {
            byte[] whole = Files.readAllBytes(resource(name));
            for (int length = 1; length < whole.length - 8; length += length < 128 ? 30 : 9) {
                Path part = Files.write(dir.resolve("part.mat"), Arrays.copyOf(whole, length));
                try {
                    assertTrue(MatVectors.read(part).size() < 2, name + " up to " + length);
                } catch (UserException e) {
                    assertTrue(e.what().contains("part.mat"), e.what());
                }
            }
        }
        UserException refusal = assertThrows(
                UserException.class, () -> MatVectors.read(Files.write(dir.resolve("e.mat"), new byte[0])));
        assertTrue(refusal.what().contains("is empty"));
        refusal = assertThrows(UserException.class, () -> MatVectors.read(resource("slices.mat")));
        assertTrue(refusal.what().contains("no MATLAB file of version 5"), refusal.what());
    }

    private Path resource(String name) throws IOException {
        try (InputStream in = MatVectorsTest.class.getResourceAsStream(name)) {
            return Files.write(dir.resolve(name), in.readAllBytes());
        }
    }
}

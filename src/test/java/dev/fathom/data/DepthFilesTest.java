package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.DepthMap;
import dev.fathom.core.UserException;
import dev.fathom.data.file.NpyFile;
import dev.fathom.data.file.PfmFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepthFilesTest {
    private static final DepthMap DEPTH = DepthMap.ofPositive(3, 1, new float[] {1.25f, Float.NaN, 7.123456f});

    @TempDir
    Path dir;

    @Test
    void floatsKeepTheirLastBitAndAreMetres() throws IOException {
        NpyFile.write(dir.resolve("a.npy"), DEPTH);
        PfmFile.write(dir.resolve("a.PFM"), DEPTH);
        for (String name : new String[] {"a.npy", "a.PFM"}) {
            assertEquals(1, DepthFiles.usualScale(dir.resolve(name)));
            StoredDepth depth = DepthFiles.read(dir.resolve(name), 1);
            assertInstanceOf(FloatDepth.class, depth);
            assertFalse(depth.valid(1));
            assertEquals(7.123456f, depth.metres(2));
        }
        assertEquals(0.00125f, DepthFiles.read(dir.resolve("a.npy"), 1000).metres(0));
    }

    @Test
    void wholeNumbersOf16BitsStayWhatTheyAre() throws IOException {
        byte[] pgm = "P5 3 1 65535 ".getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(pgm, pgm.length + 6);
        System.arraycopy(new byte[] {0x04, (byte) 0xe2, -1, -1, (byte) 0x9c, 0x40}, 0, all, pgm.length, 6);
        Path file = Files.write(dir.resolve("a.pgm"), all);
        assertEquals(1000, DepthFiles.usualScale(file));
        StoredDepth depth = DepthFiles.read(file, 1000);
        assertInstanceOf(DepthRaster.class, depth);
        assertEquals(1.25f, depth.metres(0));
        assertFalse(depth.valid(1));
        assertEquals(40f, depth.metres(2));
    }

    @Test
    void bytesAndUnknownEndingsAreRefused() throws IOException {
        Path coarse = Files.writeString(dir.resolve("c.pgm"), "P2 2 1 255 100 200");
        UserException refusal = assertThrows(UserException.class, () -> DepthFiles.read(coarse, 1000));
        assertTrue(refusal.what().contains("c.pgm has 8 bits a pixel"), refusal.what());
        refusal = assertThrows(UserException.class, () -> DepthFiles.read(dir.resolve("d.exr"), 1000));
        assertTrue(refusal.sentence().contains("npy, pfm, pgm, png, tif, tiff"), refusal.sentence());
    }
}

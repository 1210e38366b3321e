package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiodeTest {
    private static final String TRAIN = "train/outdoor/scene_00000/scan_00000/00000_00000_outdoor_000_010";
    private static final String VAL = "val/indoors/scene_00019/scan_00183/00019_00183_indoors_000_010";
    /** 0.5, 1, 1.5, 2, 2.5, 300 as little-endian floats. */
    private static final byte[] METRES = HexFormat.of().parseHex("0000003f0000803f0000c03f000000400000204000009643");

    @TempDir
    Path dir;

    private DataSetFixture set;

    @BeforeEach
    void oneOfEach() throws IOException {
        set = new DataSetFixture(dir);
        set.picture(TRAIN + ".png", VAL + ".png");
        for (String name : List.of(TRAIN, VAL)) {
            set.npy(name + "_depth.npy", "<f4", "2, 3, 1", METRES);
        }
        set.npy(TRAIN + "_depth_mask.npy", "|u1", "2, 3", (byte) 1, (byte) 0, (byte) 1, (byte) 1, (byte) 0, (byte) 1);
        set.npy(VAL + "_depth_mask.npy", "|u1", "2, 3", (byte) 1, (byte) 1, (byte) 1, (byte) 1, (byte) 1, (byte) 0);
    }

    @Test
    void metresCountWhereTheMaskSaysSo() {
        DepthDataset data = set.open("diode");
        assertEquals(List.of(TRAIN), DataSetFixture.stems(data.train()));
        assertEquals(List.of(VAL), DataSetFixture.stems(data.val()));
        assertArrayEquals(
                new float[] {0.5f, 0, 1.5f, 2, 0, 300}, DataSetFixture.metres(DataSetFixture.depth(data, TRAIN)));
        assertArrayEquals(
                new float[] {0.5f, 1, 1.5f, 2, 2.5f, 0}, DataSetFixture.metres(DataSetFixture.depth(data, VAL)));
        assertEquals(List.of(), data.problems());
    }

    @Test
    void depthWithoutAMaskIsLeftOut() throws IOException {
        Files.delete(dir.resolve(VAL + "_depth_mask.npy"));
        DepthDataset data = set.open("diode");
        assertEquals(1, data.split("all").size());
        List<String> problems = DataSetFixture.problems(data);
        assertTrue(problems.get(0).contains("There is no 00019_00183_indoors_000_010_depth_mask.npy"), problems.get(0));
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() throws IOException {
        set.npy(VAL + "_depth_mask.npy", "|u1", "1, 3", (byte) 1, (byte) 1, (byte) 1);
        DepthDataset data = set.open("diode");
        UserException refusal = assertThrows(UserException.class, () -> DataSetFixture.depth(data, VAL));
        assertTrue(refusal.what().contains("_depth_mask.npy has 3x1 pixels, its depth 3x2"), refusal.what());
    }
}

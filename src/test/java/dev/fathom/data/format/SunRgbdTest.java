package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Intrinsics;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.StoredDepth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SunRgbdTest {
    private static final Path REAL = Path.of("../shared/data/formats/sunrgbd");

    @TempDir
    Path dir;

    private DataSetFixture set;

    @BeforeEach
    void twoShots() throws IOException {
        set = new DataSetFixture(dir);
        set.picture("SUNRGBD/kv1/b3dodata/img_0063/image/img_0063.jpg");
        // 1000 mm, 8192 mm (which needs the bits that were turned around), 0, 1 mm, 65535, 9999 mm; turned left by 3.
        set.depth("SUNRGBD/kv1/b3dodata/img_0063/depth/img_0063_abs.png", 8000, 1, 0, 8, 65535, 14457);
        set.depth("SUNRGBD/kv1/b3dodata/img_0063/depth_bfx/img_0063.png", 1, 1, 1, 1, 1, 1);
        set.text("SUNRGBD/kv1/b3dodata/img_0063/intrinsics.txt", "520.5 0 2", "0 521.5 1.5", "0 0 1");
        set.picture("SUNRGBD/kv2/k/000002/image/0000002.jpg");
        set.depth("SUNRGBD/kv2/k/000002/depth_bfx/0000003.png", 16000);
        set.text("SUNRGBD/kv2/k/000002/intrinsics.txt", "520.5 0 2 0 521.5 1.5 0 0 1");
    }

    @Test
    void bitsAreTurnedBackAndFilledDepthIsTakenOnlyWhereThereIsNoOther() {
        DepthDataset data = set.open("sunrgbd");
        assertArrayEquals(
                new float[] {1, 8.192f, 0, 0.001f, 0, 9.999f},
                DataSetFixture.metres(DataSetFixture.depth(data, "SUNRGBD/kv1/b3dodata/img_0063")));
        assertEquals(2f, DataSetFixture.depth(data, "SUNRGBD/kv2/k/000002").metres(0));
        assertEquals(List.of(), data.problems());
    }

    @Test
    void theCameraIsKnownIfItIsTheSameEverywhere() throws IOException {
        assertEquals(
                Optional.of(new Intrinsics(3, 2, 520.5, 521.5, 2, 1.5)),
                set.open("sunrgbd").intrinsics());
        set.text("SUNRGBD/kv2/k/000002/intrinsics.txt", "365 0 2 0 365 1.5 0 0 1");
        assertEquals(Optional.empty(), set.open("sunrgbd").intrinsics());
    }

    @Test
    void aShotWithoutDepthOrWithTwoIsLeftOut() throws IOException {
        set.depth("SUNRGBD/kv2/k/000002/depth_bfx/another.png", 16000);
        DepthDataset data = set.open("sunrgbd");
        assertEquals(1, data.split("all").size());
        assertEquals(
                List.of("depth_bfx: There are 2 images in it where one is expected."), DataSetFixture.problems(data));
    }

    /** Eight times less than the stored numbers, except beyond 8.192 m, where dividing by 8000 would give 1.678 m. */
    @Test
    void theRealSampleHasTheMetresOfAnIndependentDecoding() {
        Assumptions.assumeTrue(Files.isDirectory(REAL));
        DepthDataset data = new DataSetFixture(REAL).openAs("sunrgbd");
        StoredDepth depth = DataSetFixture.depth(data, "SUN");
        // Row, column and metres from the inflated bytes of the file, unfiltered and turned in NumPy.
        double[] expected = {
            366, 165, 3.208, 261, 376, 3.774, 449, 33, 1.392, 241, 503, 1.489, 103, 305, 9.87, 470, 261, 0
        };
        float[] metres = DataSetFixture.metres(depth);
        double sum = 0;
        for (float value : metres) {
            sum += value;
        }
        for (int i = 0; i < expected.length; i += 3) {
            assertEquals(expected[i + 2], metres[(int) (expected[i] * 640 + expected[i + 1])], 1e-6);
        }
        assertEquals(251188, depth.toDepthMap().valid().count());
        assertEquals(3.1649031442584836, sum / 251188, 1e-6);
        assertTrue(DataSetFixture.sample(data, "SUN").picture().read().width() > 0);
    }
}

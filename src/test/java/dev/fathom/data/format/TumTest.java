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
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TumTest {
    private static final Path REAL = Path.of("../shared/data/formats/tum");

    @TempDir
    Path dir;

    @Test
    void picturesAndDepthThatWereTakenTogetherArePaired() throws IOException {
        DataSetFixture set = new DataSetFixture(dir);
        set.picture("fr1/rgb/1305031102.175304.png", "fr1/rgb/1305031102.211214.png", "fr1/rgb/1305031102.300000.png");
        set.depth("fr1/depth/1305031102.160407.png", 5000, 65535, 0, 12345);
        set.depth("fr1/depth/1305031102.226738.png", 10000);
        set.text(
                "fr1/rgb.txt",
                "# color images",
                "1305031102.175304 rgb/1305031102.175304.png",
                "1305031102.211214\trgb/1305031102.211214.png",
                "1305031102.300000 rgb/1305031102.300000.png",
                "");
        set.text(
                "fr1/depth.txt",
                "# depth maps",
                "1305031102.160407 depth/1305031102.160407.png",
                "1305031102.226738, depth/1305031102.226738.png",
                "1305031102.400000 depth/gone.png");
        DepthDataset data = set.open("tum");
        assertEquals(
                List.of("fr1/1305031102.175304", "fr1/1305031102.211214"), DataSetFixture.stems(data.split("all")));
        assertArrayEquals(
                new float[] {1, 0, 0, 2.469f, 0, 0},
                DataSetFixture.metres(DataSetFixture.depth(data, "fr1/1305031102.175304")));
        assertEquals(2f, DataSetFixture.depth(data, "fr1/1305031102.211214").metres(0));
        assertEquals(5000, data.unitsPerMetre());
    }

    @Test
    void associationFilesAreTakenAsTheyAreWhicheverComesFirst() throws IOException {
        DataSetFixture set = new DataSetFixture(dir);
        set.picture("rgb/0.png", "rgb/1.png");
        set.depth("depth/0.png", 5000);
        set.depth("depth/1.png", 15000);
        set.text(
                "associations.txt",
                "0 depth/0.png 0 rgb/0.png",
                "1.5 rgb/1.png 1.7 depth/1.png",
                "2 a.png 2 depth/b.png");
        DepthDataset data = set.open("tum");
        assertEquals(List.of("0", "1"), DataSetFixture.stems(data.split("all")));
        assertEquals(3f, DataSetFixture.depth(data, "1").metres(0));
        assertEquals(
                List.of(
                        "a.png: A list names it and it does not exist.",
                        "b.png: A list names it and it does not exist."),
                DataSetFixture.problems(data));
    }

    @Test
    void aLineThatIsNoTimeAndPathIsToldWithItsFile() throws IOException {
        DataSetFixture set = new DataSetFixture(dir);
        set.text("rgb.txt", "now rgb/1.png");
        set.text("depth.txt", "1.0 depth/1.png");
        UserException refusal = assertThrows(UserException.class, () -> DatasetFormats.open(dir));
        assertTrue(refusal.what().contains("rgb.txt has the line \"now\""), refusal.what());
    }

    /** The expected pairs were printed by the benchmark's associate.py rules, applied by hand to these times. */
    @Test
    void theClosestPairGoesFirstAndEachFileIsUsedOnce() {
        List<Timestamps.Match> matches =
                Timestamps.match(times(0.000, 0.010, 0.030, 1.000, 2.000), times(0.011, 0.018, 0.0315, 1.020, 2.0199));
        // 0.010-0.011 (1 ms), 0.030-0.0315 (1.5 ms), then 0.000-0.018 (18 ms), 2.000-2.0199; 1.000-1.020 is too far.
        assertEquals(
                List.of(
                        new Timestamps.Match(0, 0.018),
                        new Timestamps.Match(0.010, 0.011),
                        new Timestamps.Match(0.030, 0.0315),
                        new Timestamps.Match(2, 2.0199)),
                matches);
    }

    @Test
    void theRealSampleHasTheMetresOfAnIndependentDecoding() {
        Assumptions.assumeTrue(Files.isDirectory(REAL));
        DepthDataset data = new DataSetFixture(REAL).openAs("tum");
        float[] metres = DataSetFixture.metres(DataSetFixture.depth(data, "TUM"));
        assertEquals(2.381f, metres[160 * 640 + 230]);
        assertEquals(1.776f, metres[413 * 640 + 126]);
        assertEquals(2.485f, metres[127 * 640 + 533]);
        assertEquals(0, metres[443 * 640 + 611]);
    }

    private static NavigableMap<Double, String> times(double... seconds) {
        NavigableMap<Double, String> times = new TreeMap<>();
        for (double second : seconds) {
            times.put(second, "file");
        }
        return times;
    }
}

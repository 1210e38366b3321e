package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ImageSize;
import dev.fathom.core.Intrinsics;
import dev.fathom.core.RgbImage;
import dev.fathom.data.DecodedSample;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.RgbFile;
import dev.fathom.data.SampleReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanNetTest {
    @TempDir
    Path dir;

    @Test
    void scenesAreDividedByTheListsAndTheColourCameraIsRead() throws IOException {
        DataSetFixture set = new DataSetFixture(dir);
        for (String scene : List.of("scene0000_00", "scene0011_00", "scene0707_00")) {
            set.picture("scans/" + scene + "/color/0.jpg", "scans/" + scene + "/color/10.jpg");
            set.depth("scans/" + scene + "/depth/0.png", 1250);
            set.depth("scans/" + scene + "/depth/10.png", 4000, 65535);
            set.text(
                    "scans/" + scene + "/intrinsic/intrinsic_color.txt",
                    "1170.187988 0.000000 647.750000 0.000000",
                    "0.000000 1170.187988 483.750000 0.000000",
                    "0 0 1 0",
                    "0 0 0 1");
        }
        set.text("scannetv2_val.txt", "scene0011_00");
        set.text("scannetv2_test.txt", "scene0707_00");
        DepthDataset data = set.open("scannet");
        assertEquals(List.of("scans/scene0000_00/0", "scans/scene0000_00/10"), DataSetFixture.stems(data.train()));
        assertEquals(List.of("scans/scene0011_00/0", "scans/scene0011_00/10"), DataSetFixture.stems(data.val()));
        assertEquals(2, data.test().size());
        assertArrayEquals(
                new float[] {4, 0, 0, 0, 0, 0},
                DataSetFixture.metres(DataSetFixture.depth(data, "scans/scene0000_00/10")));
        assertEquals(Optional.of(new Intrinsics(3, 2, 1170.187988, 1170.187988, 647.75, 483.75)), data.intrinsics());
    }

    @Test
    void depthMayBeSmallerThanColour() throws IOException {
        DataSetFixture set = new DataSetFixture(dir);
        set.depth("depth/7.png", 1000, 2000, 3000, 4000, 5000, 6000);
        set.text("intrinsic/intrinsic_color.txt", "no camera");
        RgbFile.writePng(dir.resolve("color/7.jpg"), new RgbImage(6, 4, new byte[72]));
        DepthDataset data = set.open("scannet");
        DecodedSample sample = new SampleReader(new ImageSize(4, 6)).read(DataSetFixture.sample(data, "7"));
        assertArrayEquals(
                new float[] {
                    1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3,
                    4, 4, 5, 5, 6, 6, 4, 4, 5, 5, 6, 6
                },
                DataSetFixture.metres(sample.depth().orElseThrow()));
        assertEquals(Optional.empty(), data.intrinsics());
    }

    @Test
    void theSubsetOf25000FramesHasItsCameraBesideTheFolders() throws IOException {
        DataSetFixture set = new DataSetFixture(dir);
        set.picture("scene0000_00/color/000000.jpg");
        set.depth("scene0000_00/depth/000000.png", 1250);
        set.text("scene0000_00/intrinsics_color.txt", "1170.2 0 647.7 0", "0 1170.3 483.7 0", "0 0 1 0", "0 0 0 1");
        set.picture("scene0011_00/color/000100.jpg");
        set.depth("scene0011_00/depth/000100.png", 2250);
        set.text("scannetv2_val.txt", "scene0011_00");
        DepthDataset data = set.open("scannet");
        assertEquals(List.of("scene0000_00/000000"), DataSetFixture.stems(data.train()));
        assertEquals(List.of("scene0011_00/000100"), DataSetFixture.stems(data.val()));
    }
}

package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.Sample;
import dev.fathom.data.StoredDepth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file has MATLAB's form: two pictures of 3x4, numbered through in HDF5's order (picture, colour, column, row). */
class NyuLabelledTest {
    @TempDir
    Path dir;

    private DataSetFixture set;

    @BeforeEach
    void twoPictures() throws IOException {
        set = new DataSetFixture(dir);
        set.resource("nyu_depth_v2_labeled.mat", "slices.mat");
    }

    @Test
    void picturesAndDepthAreTurnedTheRightWay() {
        DepthDataset data = set.open("nyu-mat");
        assertEquals(2, data.split("all").size());
        Sample second = DataSetFixture.sample(data, "0002");
        StoredDepth depth = second.depth().orElseThrow().read();
        assertEquals("3x4", depth.width() + "x" + depth.height());
        assertArrayEquals(new float[] {12, 16, 20, 13, 17, 21, 14, 18, 22, 15, 19, 23}, DataSetFixture.metres(depth));
        RgbImage picture = second.picture().read();
        assertEquals("3x4", picture.width() + "x" + picture.height());
        // Row 1, column 2 of the second picture, from h5py.
        assertEquals(
                List.of(45, 57, 69),
                List.of(picture.channel(2, 1, 0), picture.channel(2, 1, 1), picture.channel(2, 1, 2)));
        assertTrue(second.depth().orElseThrow().place().endsWith("labeled.mat [depths/1]"));
        assertEquals(518.857901, data.intrinsics().orElseThrow().fx());
    }

    @Test
    void theListsOfSplitsMatDivide() throws IOException {
        set.resource("splits.mat", "splits-plain.mat");
        DepthDataset data = set.open("nyu-mat");
        assertEquals(List.of("0001"), DataSetFixture.stems(data.train()));
        assertEquals(List.of("0002"), DataSetFixture.stems(data.test()));
    }

    @Test
    void measuredDepthIsAFormatOfItsOwnThatIsAskedFor() {
        UserException refusal = assertThrows(UserException.class, () -> set.openAs("nyu-mat-raw"));
        assertTrue(refusal.what().contains("no array rawDepths (it has depths, images)"), refusal.what());
    }

    @Test
    void aFolderWithoutTheFileIsRefused() {
        UserException refusal =
                assertThrows(UserException.class, () -> new DataSetFixture(Path.of("docs")).openAs("nyu-mat"));
        assertTrue(refusal.sentence().contains("nyu_depth_v2_labeled.mat"), refusal.sentence());
    }
}

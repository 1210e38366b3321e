package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.Intrinsics;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.ByteDepth;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.data.StoredDepth;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListFormatsTest {
    private static final Path REAL = Path.of("../shared/data/formats");
    private static final String DRIVE = "2011_09_26_drive_0001_sync";
    private static final String RAW = "2011_09_26/" + DRIVE + "/image_02/data/";
    private static final String TRUTH = DRIVE + "/proj_depth/groundtruth/image_02/";

    @TempDir
    Path dir;

    @Test
    void kittiIsReadByTheEigenListsAndCutToTheBottomAndMiddle() throws IOException {
        picture("input/" + RAW + "0000000005.png", 1242, 375);
        depth("gt_depth/" + TRUTH + "0000000005.png", 1242, 375, 256);
        picture("input/" + RAW + "0000000006.png", 1242, 375);
        write("kitti_eigen_train.txt", RAW + "0000000005.png " + TRUTH + "0000000005.png 721.5377\n");
        write("kitti_eigen_test.txt", RAW + "0000000006.png None 721.5377\n");
        DepthDataset data = DatasetFormats.open(dir);
        assertEquals("kitti", data.format());
        assertEquals(List.of(RAW + "0000000005"), stems(data.train()));
        assertEquals(List.of(RAW + "0000000006"), stems(data.unlabeled()));
        RgbImage image = data.train().get(0).picture().read();
        assertEquals(1216, image.width());
        assertEquals(352, image.height());
        // Rows from 375 - 352 = 23, columns from (1242 - 1216) / 2 = 13.
        assertEquals(13, image.channel(0, 0, 0));
        assertEquals(23, image.channel(0, 0, 1));
        StoredDepth depth = data.train().get(0).depth().orElseThrow().read();
        assertEquals((256 + 23 * 100 + 13) / 256f, depth.metres(0));
        Intrinsics camera = data.intrinsics().orElseThrow();
        assertEquals(721.5377, camera.fx());
        assertEquals(620.5 - 13, camera.cx());
        assertEquals(187 - 23, camera.cy());
        DepthDataset whole = DatasetFormats.open(dir, DataOptions.DEFAULT.withoutCrop());
        assertEquals(1242, whole.train().get(0).picture().read().width());
    }

    @Test
    void kittiWithoutListsIsReadByItsDrives() throws IOException {
        picture("raw/" + RAW + "0000000005.png", 1242, 375);
        depth("data_depth_annotated/val/" + TRUTH + "0000000005.png", 1242, 375, 256);
        depth("data_depth_annotated/val/" + TRUTH + "0000000009.png", 1242, 375, 256);
        Files.createDirectories(dir.resolve("data_depth_annotated/train/" + TRUTH));
        DepthDataset data = DatasetFormats.open(dir);
        assertEquals("kitti-drives", data.format());
        assertEquals(List.of(RAW + "0000000005"), stems(data.val()));
        assertEquals(256, data.unitsPerMetre());
        assertTrue(data.problems().get(0).description().contains("no raw picture"));
    }

    @Test
    void nyuTrainingPicturesLoseTheirBorderAndTestPicturesKeepIt() throws IOException {
        picture("sync/kitchen_0028b/rgb_00045.jpg", 640, 480);
        depth("sync/kitchen_0028b/sync_depth_00045.png", 640, 480, 1000);
        picture("test/bathroom/rgb_00046.jpg", 640, 480);
        depth("test/bathroom/sync_depth_00046.png", 640, 480, 1000);
        write("nyu_train.txt", "/kitchen_0028b/rgb_00045.jpg /kitchen_0028b/sync_depth_00045.png 518.8579\n");
        write("nyu_test.txt", "bathroom/rgb_00046.jpg bathroom/sync_depth_00046.png 518.8579\n");
        DepthDataset data = DatasetFormats.open(dir);
        assertEquals("nyu", data.format());
        assertEquals(List.of("kitchen_0028b/rgb_00045"), stems(data.train()));
        StoredDepth train = data.train().get(0).depth().orElseThrow().read();
        assertEquals(565, train.width());
        assertEquals(427, train.height());
        assertEquals((1000 + 45 * 100 + 43) / 1000f, train.metres(0));
        assertEquals(640, data.test().get(0).picture().read().width());
        assertEquals(data.test(), data.val(), "the published lists have nothing else to validate on");
        assertEquals(565, data.train().get(0).picture().read().width());
        assertEquals(518.8579, data.intrinsics().orElseThrow().fy());
    }

    @Test
    void aFileThatAListNamesAndThatIsNotThereIsAProblemAndABrokenLineStops() throws IOException {
        picture("a.png", 8, 8);
        depth("a_d.png", 8, 8, 1000);
        write("pairs.txt", "a.png a_d.png\nb.png a_d.png\na.png c.png\n");
        DepthDataset data = DatasetFormats.open(dir);
        assertEquals("lists", data.format());
        assertEquals(1, data.train().size() + data.val().size());
        assertEquals(
                List.of("b.png", "c.png"),
                data.problems().stream()
                        .map(p -> p.file().getFileName().toString())
                        .toList());
        write("pairs.txt", "a.png a_d.png\na.png\n");
        UserException e = assertThrows(UserException.class, () -> DatasetFormats.open(dir));
        assertTrue(e.what().startsWith("Line 2 of "), e.what());
    }

    @Test
    void denseDepthHasEightBitsToTrainOnAndMillimetresToTest() throws IOException {
        picture("data/nyu2_train/hall_out/1.jpg", 640, 480);
        BufferedImage levels = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
        levels.getRaster().setSample(1, 0, 0, 51);
        ImageIO.write(
                levels, "png", dir.resolve("data/nyu2_train/hall_out/1.png").toFile());
        picture("data/nyu2_test/00000_colors.png", 640, 480);
        depth("data/nyu2_test/00000_depth.png", 640, 480, 1000);
        write("data/nyu2_train.csv", "data/nyu2_train/hall_out/1.jpg,data/nyu2_train/hall_out/1.png\n");
        write("data/nyu2_test.csv", "data/nyu2_test/00000_colors.png,data/nyu2_test/00000_depth.png\n");
        DepthDataset data = DatasetFormats.open(dir);
        assertEquals("densedepth", data.format());
        StoredDepth coarse = data.train().get(0).depth().orElseThrow().read();
        assertEquals(2f, coarse.metres(1), "51 of 255 levels of 10 m");
        assertTrue(!coarse.valid(0));
        assertTrue(data.train().get(0).depth().orElseThrow() instanceof ByteDepth);
        assertEquals(1f, data.test().get(0).depth().orElseThrow().read().metres(0));
    }

    @Test
    void realKittiThroughItsListHasTheMetresOfTheFile() throws IOException {
        Path kitti = REAL.resolve("kitti");
        Assumptions.assumeTrue(Files.isDirectory(kitti));
        Files.createDirectories(dir.resolve("input/" + RAW));
        Files.createDirectories(dir.resolve("gt_depth/" + TRUTH));
        Files.copy(kitti.resolve("rgb/0000000005.png"), dir.resolve("input/" + RAW + "0000000005.png"));
        Files.copy(kitti.resolve("depth/0000000005.png"), dir.resolve("gt_depth/" + TRUTH + "0000000005.png"));
        write("eigen_val.txt", RAW + "0000000005.png " + TRUTH + "0000000005.png 721.5377\n");
        Sample sample = DatasetFormats.open(dir).val().get(0);
        StoredDepth depth = sample.depth().orElseThrow().read();
        assertEquals(1216, depth.width());
        assertEquals(1216, sample.picture().read().width());
        int valid = 0;
        for (int i = 0; i < depth.width() * depth.height(); i++) {
            if (depth.valid(i)) {
                valid++;
                assertTrue(depth.metres(i) > 1 && depth.metres(i) < 100, "metres " + depth.metres(i));
            }
        }
        assertTrue(valid > 0.1 * depth.width() * depth.height());
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(dir.resolve(file).getParent());
        Files.writeString(dir.resolve(file), text);
    }

    /** Red is the column and green the row, modulo 256. */
    private void picture(String file, int width, int height) throws IOException {
        byte[] rgb = new byte[width * height * 3];
        for (int i = 0; i < width * height; i++) {
            rgb[3 * i] = (byte) (i % width);
            rgb[3 * i + 1] = (byte) (i / width);
        }
        RgbFile.writePng(dir.resolve(file), new RgbImage(width, height, rgb));
    }

    /** {@code first + 100 row + column}, which tells rows and columns apart near the corner. */
    private void depth(String file, int width, int height, int first) throws IOException {
        short[] raw = new short[width * height];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (short) (first + 100 * (i / width) + i % width);
        }
        DepthPng.write(dir.resolve(file), new DepthRaster(width, height, raw, 1));
    }

    private static List<String> stems(List<Sample> samples) {
        return samples.stream().map(Sample::stem).toList();
    }
}

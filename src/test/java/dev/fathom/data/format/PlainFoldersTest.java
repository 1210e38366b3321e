package dev.fathom.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.RgbImage;
import dev.fathom.data.DataOptions;
import dev.fathom.data.DepthDataset;
import dev.fathom.data.DepthPng;
import dev.fathom.data.DepthRaster;
import dev.fathom.data.RgbFile;
import dev.fathom.data.Sample;
import dev.fathom.data.StoredDepth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainFoldersTest {
    private static final Path REAL = Path.of("../shared/data/formats");

    @TempDir
    Path dir;

    @Test
    void siblingFoldersAtTheTop() throws IOException {
        touch("images/a/0.jpg", "images/a/1.jpg", "depth_maps/a/0.png", "depth_maps/a/1.png", "readme.txt");
        assertPairs("a/0 0.png", "a/1 1.png");
    }

    @Test
    void siblingFoldersInEveryScene() throws IOException {
        touch("s1/color/7.jpg", "s1/depth/7.png", "s2/color/7.jpg", "s2/depth/7.png", "s2/mask/7.png");
        assertPairs("s1/7 7.png", "s2/7 7.png");
    }

    @Test
    void oneFolderWithSuffixesOrPrefixes() throws IOException {
        touch("17.jpg", "17_depth.png", "18_rgb.png", "18-gt.png", "rgb_19.jpg", "sync_depth_19.png", "color20.jpg");
        touch("depth20.png");
        DepthDataset data =
                assertPairs("17 17_depth.png", "18_rgb 18-gt.png", "color20 depth20.png", "rgb_19 sync_depth_19.png");
        assertEquals("folders", data.format());
    }

    @Test
    void foldersWhoseNamesSayNothingAreToldApartByTheirHeaders() throws IOException {
        RgbFile.writePng(dir.resolve("left/1.png"), new RgbImage(4, 4, new byte[48]));
        DepthPng.write(dir.resolve("lidar/1.png"), new DepthRaster(4, 4, new short[16], 1000));
        assertPairs("left/1 1.png");
    }

    @Test
    void foldersOfSplitsDivide() throws IOException {
        touch("rgb/train/0.jpg", "depth/train/0.png", "rgb/test/0.jpg", "depth/test/0.png", "rgb/valid/0.jpg");
        touch("depth/valid/0.png", "rgb/train/9.jpg", "depth/train/8.png");
        DepthDataset data = DatasetFormats.open(dir);
        assertEquals(List.of("0"), stems(data.train()));
        assertEquals(List.of("0"), stems(data.val()));
        assertEquals(List.of("0"), stems(data.test()));
        assertEquals(List.of("9"), stems(data.unlabeled()));
        assertEquals("as the data set has it", data.splitRule());
        assertTrue(data.problems().get(0).file().endsWith("depth/train/8.png"));
    }

    @Test
    void undividedPairsAreDrawn() throws IOException {
        for (int i = 0; i < 20; i++) {
            touch("rgb/" + i + ".jpg", "depth/" + i + ".png");
        }
        DepthDataset data = DatasetFormats.open(dir);
        assertEquals(18, data.train().size());
        assertEquals(2, data.val().size());
        assertTrue(data.splitRule().contains("seed 1"), data.splitRule());
    }

    @Test
    void depthWordsInTheNameOfACommonFolderDoNotConfuse() throws IOException {
        RgbFile.writePng(dir.resolve("depth data/rgb/1.png"), new RgbImage(4, 4, new byte[48]));
        DepthPng.write(dir.resolve("depth data/depth/1.png"), new DepthRaster(4, 4, new short[16], 1000));
        assertPairs("data/1 1.png");
    }

    @Test
    void realSamplesHaveTheMetresOfAnIndependentDecoding() {
        Assumptions.assumeTrue(Files.isDirectory(REAL));
        // Row, column and metres from the inflated bytes of the files, unfiltered in NumPy; 0 where nothing was
        // measured.
        assertMetres("kitti", 256, "0000000005", KITTI);
        assertMetres("nyu", 1000, "rgb_00050", NYU);
        assertMetres("tum", 5000, "TUM_color", TUM);
    }

    private static final double[] KITTI = {119, 1218, 11.19141, 257, 1078, 12.46094, 305, 340, 9.195312, 152, 1091, 0};
    private static final double[] NYU = {41, 38, 1.722, 157, 529, 5.128, 370, 250, 3.179, 119, 624, 0};
    private static final double[] TUM = {9, 19, 8.413, 128, 234, 2.317, 363, 247, 2.579, 186, 13, 0};

    private static void assertMetres(String set, double scale, String stem, double[] expected) {
        DepthDataset data = DatasetFormats.open(REAL.resolve(set), DataOptions.DEFAULT.withScale(scale));
        Sample sample = data.split("all").stream()
                .filter(s -> s.stem().equals(stem))
                .findFirst()
                .orElseThrow();
        StoredDepth depth = sample.depth().orElseThrow().read();
        for (int i = 0; i < expected.length; i += 3) {
            int index = (int) expected[i] * depth.width() + (int) expected[i + 1];
            assertEquals(expected[i + 2], depth.valid(index) ? depth.metres(index) : 0, 1e-4, set);
        }
        assertEquals(depth.width(), sample.picture().read().width());
    }

    private DepthDataset assertPairs(String... stemAndDepth) {
        DepthDataset data = DatasetFormats.open(dir);
        assertEquals(
                List.of(stemAndDepth),
                data.split("all").stream()
                        .map(s ->
                                s.stem() + " " + s.depth().orElseThrow().file().getFileName())
                        .sorted()
                        .toList());
        return data;
    }

    private void touch(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(dir.resolve(file).getParent());
            Files.writeString(dir.resolve(file), "x");
        }
    }

    private static List<String> stems(List<Sample> samples) {
        return samples.stream().map(Sample::stem).toList();
    }
}

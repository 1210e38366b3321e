package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleReaderTest {
    private static final ImageSize CANVAS = new ImageSize(12, 16);

    @TempDir
    Path dir;

    @Test
    void bothAreBroughtToTheCanvas() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 32, 24, 9);
        DecodedSample decoded = new SampleReader(CANVAS, 1000).read(sample);
        assertEquals(16, decoded.image().width());
        assertEquals(12, decoded.depth().orElseThrow().height());
        assertEquals(16 * 12 * 5, decoded.bytes());
    }

    @Test
    void smallerDepthOfTheSameProportionsIsFine() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 32, 24, 9);
        DepthPng.write(sample.depth().orElseThrow(), TestImages.depthPlaces(8, 6));
        assertEquals(
                16,
                new SampleReader(CANVAS, 1000)
                        .read(sample)
                        .depth()
                        .orElseThrow()
                        .width());
    }

    @Test
    void depthOfOtherProportionsIsAProblemOfTheDepthFile() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 32, 24, 9);
        DepthPng.write(sample.depth().orElseThrow(), TestImages.depthPlaces(24, 24));
        assertProblem(sample, sample.depth().orElseThrow(), "different proportions");
    }

    @Test
    void depthWithoutAValidPixelIsAProblem() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 16, 12, 9);
        DepthPng.write(sample.depth().orElseThrow(), new DepthRaster(16, 12, new short[16 * 12], 1000));
        assertProblem(sample, sample.depth().orElseThrow(), "not one valid pixel");
    }

    @Test
    void aBrokenPictureIsAProblemOfThePicture() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 16, 12, 9);
        TestImages.truncate(sample.rgb(), 0.5);
        assertProblem(sample, sample.rgb(), "damaged or cut short");
    }

    @Test
    void aPictureWithoutDepthNeedsNone() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 16, 12, 9);
        Sample unlabeled = new Sample("a", sample.rgb(), Optional.empty());
        assertEquals(
                Optional.empty(), new SampleReader(CANVAS, 1000).read(unlabeled).depth());
    }

    private static void assertProblem(Sample sample, Path file, String reason) {
        DataProblem problem = assertThrows(BadSampleException.class, () -> new SampleReader(CANVAS, 1000).read(sample))
                .problem();
        assertEquals(file, problem.file());
        assertTrue(problem.description().contains(reason), problem.description());
    }
}

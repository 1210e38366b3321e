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
        DecodedSample decoded = new SampleReader(CANVAS).read(sample);
        assertEquals(16, decoded.image().width());
        assertEquals(12, decoded.depth().orElseThrow().height());
        assertEquals(16 * 12 * 5, decoded.bytes());
    }

    @Test
    void smallerDepthOfTheSameProportionsIsFine() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 32, 24, 9);
        DepthPng.write(sample.depth().orElseThrow().file(), TestImages.depthPlaces(8, 6));
        assertEquals(
                16, new SampleReader(CANVAS).read(sample).depth().orElseThrow().width());
    }

    @Test
    void depthOfOtherProportionsIsAProblemOfTheDepthFile() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 32, 24, 9);
        DepthPng.write(sample.depth().orElseThrow().file(), TestImages.depthPlaces(24, 24));
        assertProblem(sample, sample.depth().orElseThrow().file(), "different proportions");
    }

    @Test
    void depthWithoutAValidPixelIsAProblem() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 16, 12, 9);
        DepthPng.write(sample.depth().orElseThrow().file(), new DepthRaster(16, 12, new short[16 * 12], 1000));
        assertProblem(sample, sample.depth().orElseThrow().file(), "not one valid pixel");
    }

    @Test
    void aBrokenPictureIsAProblemOfThePicture() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 16, 12, 9);
        TestImages.truncate(sample.picture().file(), 0.5);
        assertProblem(sample, sample.picture().file(), "damaged or cut short");
    }

    @Test
    void aPictureWithoutDepthNeedsNone() throws IOException {
        Sample sample = TestImages.pair(dir, "a", 16, 12, 9);
        Sample unlabeled = sample.withoutDepth();
        assertEquals(Optional.empty(), new SampleReader(CANVAS).read(unlabeled).depth());
    }

    private static void assertProblem(Sample sample, Path file, String reason) {
        DataProblem problem = assertThrows(BadSampleException.class, () -> new SampleReader(CANVAS).read(sample))
                .problem();
        assertEquals(file, problem.file());
        assertTrue(problem.description().contains(reason), problem.description());
    }
}

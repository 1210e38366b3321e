package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    @Test
    void bilinearUsesPixelCentres() {
        // Enlarging 0, 100 to four: centres at -0.25, 0.25, 0.75, 1.25 of the source; edges are held.
        RgbImage two = gray(0, 100);
        assertGray(new int[] {0, 25, 75, 100}, Resampling.bilinear(two, new ImageSize(1, 4)));
        // Halving takes the mean of each two.
        assertGray(new int[] {15, 150}, Resampling.bilinear(gray(10, 20, 100, 200), new ImageSize(1, 2)));
    }

    @Test
    void bilinearMatchesPyTorchWhenShrinkingWithoutSmoothing() {
        // interpolate(tensor([0, 30, 60, 90, 120, 240, 200]), size=3, mode="bilinear", align_corners=False)
        // = 20, 90, 226.667
        RgbImage row = gray(0, 30, 60, 90, 120, 240, 200);
        assertGray(new int[] {20, 90, 227}, Resampling.bilinear(row, new ImageSize(1, 3)));
    }

    @Test
    void nearestTakesThePixelUnderTheCentre() {
        DepthRaster depth = new DepthRaster(6, 1, new short[] {1, 2, 3, 4, 5, 6}, 1000);
        assertArrayEquals(new short[] {2, 5}, ((DepthRaster) Resampling.nearest(depth, new ImageSize(1, 2))).raw());
        assertArrayEquals(
                new short[] {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6},
                ((DepthRaster) Resampling.nearest(depth, new ImageSize(1, 12))).raw());
    }

    private static RgbImage gray(int... values) {
        byte[] rgb = new byte[values.length * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) values[i / 3];
        }
        return new RgbImage(values.length, 1, rgb);
    }

    private static void assertGray(int[] expected, RgbImage image) {
        for (int x = 0; x < expected.length; x++) {
            assertEquals(expected[x], image.channel(x, 0, 0), "pixel " + x);
            assertEquals(expected[x], image.channel(x, 0, 2), "pixel " + x);
        }
    }
}

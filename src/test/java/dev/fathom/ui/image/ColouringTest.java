package dev.fathom.ui.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.core.ColorMap;
import dev.fathom.core.DepthMap;
import dev.fathom.core.RgbImage;
import org.junit.jupiter.api.Test;

class ColouringTest {
    private static final ColorMap GRAY = ColorMap.named("gray");

    @Test
    void depthIsColouredFromNearToFarAndInvalidHasItsOwnColour() {
        DepthMap depth = DepthMap.ofPositive(5, 1, new float[] {2, 4, 3, 0, 9});
        Raster raster = Colouring.depth(depth, GRAY, new DepthRange(2, 4));
        assertArrayEquals(new int[] {0xff000000, 0xffffffff, 0xff808080, Colouring.INVALID, 0xffffffff}, raster.argb());
    }

    @Test
    void errorIsColouredWhereBothAreValid() {
        DepthMap truth = DepthMap.ofPositive(4, 1, new float[] {2, 2, 0, 2});
        DepthMap prediction = DepthMap.ofPositive(4, 1, new float[] {2, 3, 3, 0});
        Raster raster = Colouring.absoluteError(prediction, truth, GRAY, 1);
        assertArrayEquals(new int[] {0xff000000, 0xffffffff, Colouring.INVALID, Colouring.INVALID}, raster.argb());
    }

    @Test
    void aPictureKeepsItsChannels() {
        RgbImage image = new RgbImage(1, 1, new byte[] {(byte) 250, 16, (byte) 128});
        assertArrayEquals(new int[] {0xfffa1080}, Colouring.picture(image).argb());
    }

    @Test
    void theAutomaticRangeIsThePercentilesOfTheValidPixels() {
        float[] metres = new float[202];
        for (int i = 1; i <= 101; i++) {
            metres[i] = i;
        }
        DepthRange range = DepthRange.of(DepthMap.ofPositive(202, 1, metres));
        assertEquals(new DepthRange(3, 99), range);
    }

    @Test
    void aFlatWallAndAnEmptyMapStillHaveARange() {
        assertEquals(
                5, DepthRange.of(DepthMap.ofPositive(2, 1, new float[] {5, 5})).near());
        assertEquals(new DepthRange(0, 10), DepthRange.of(DepthMap.ofPositive(2, 1, new float[] {0, Float.NaN})));
    }

    @Test
    void aSignedErrorOfZeroIsTheMiddleOfTheMap() {
        DepthMap truth = DepthMap.ofPositive(4, 1, new float[] {2, 2, 2, 0});
        DepthMap prediction = DepthMap.ofPositive(4, 1, new float[] {2, 3, 1, 1});
        ColorMap map = ColorMap.named(ColorMap.SIGNED);
        int[] argb = Colouring.signedError(prediction, truth, map, 1).argb();
        assertArrayEquals(new int[] {map.argb(0.5f), map.argb(1), map.argb(0), Colouring.INVALID}, argb);
    }

    @Test
    void theOverlayTintsWhatWasNotMeasuredAndStretchesTheTruth() {
        RgbImage image = new RgbImage(2, 1, new byte[] {30, 60, 90, 30, 60, 90});
        DepthMap truth = DepthMap.ofPositive(4, 1, new float[] {1, 1, 0, 0});
        int[] argb = Colouring.overlay(image, truth).argb();
        // (30 + 2 * 255) / 3, (60 + 2 * 0x6b) / 3, (90 + 2 * 0x6b) / 3
        assertArrayEquals(new int[] {0xff1e3c5a, 0xff000000 | 180 << 16 | 91 << 8 | 101}, argb);
    }
}

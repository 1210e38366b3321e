package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final ImageSize SQUARE = new ImageSize(3, 3);

    @Test
    void noAngleKeepsTheVeryPicture() {
        RgbImage image = TestImages.places(5, 4, 1);
        DepthRaster depth = TestImages.depthPlaces(5, 4);
        assertSame(image, new Turn(0, new ImageSize(4, 5)).image(image));
        assertSame(depth, new Turn(0, new ImageSize(4, 5)).depth(depth));
    }

    @Test
    void aQuarterTurnMovesEverySampleUnchangedCounterClockwise() {
        // 1 2 3        3 6 9
        // 4 5 6   to   2 5 8
        // 7 8 9        1 4 7
        DepthRaster depth = new DepthRaster(3, 3, new short[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1000);
        assertArrayEquals(new short[] {3, 6, 9, 2, 5, 8, 1, 4, 7}, raw(new Turn(90, SQUARE).depth(depth)));
        assertArrayEquals(new short[] {7, 4, 1, 8, 5, 2, 9, 6, 3}, raw(new Turn(-90, SQUARE).depth(depth)));
        byte[] turned = new Turn(90, SQUARE).image(TestImages.places(3, 3, 200)).rgb();
        for (int i = 0; i < 9; i++) {
            assertEquals(2 - i / 3, turned[3 * i], "red is the column it came from");
            assertEquals(i % 3, turned[3 * i + 1], "green is the row it came from");
            assertEquals(200, turned[3 * i + 2] & 0xff);
        }
    }

    @Test
    void halfATurnOfAnOddSizeIsExactToo() {
        byte[] turned = new Turn(180, new ImageSize(3, 4))
                .image(TestImages.places(4, 3, 7))
                .rgb();
        for (int i = 0; i < 12; i++) {
            assertEquals(3 - i % 4, turned[3 * i]);
            assertEquals(2 - i / 4, turned[3 * i + 1]);
        }
    }

    @Test
    void aPartIsTheSameAsInTheWhole() {
        ImageSize size = new ImageSize(30, 40);
        Turn turn = new Turn(17, size);
        RgbImage image = TestImages.places(40, 30, 9);
        DepthRaster depth = TestImages.depthPlaces(40, 30);
        CropRule.Window part = new CropRule.Window(7, 3, 20, 11);
        RgbImage whole = turn.image(image);
        RgbImage partly = turn.image(image, part);
        short[] wholeDepth = raw(turn.depth(depth));
        short[] partOfDepth = raw(turn.depth(depth, part));
        for (int i = 0; i < size.pixels(); i++) {
            boolean inside = i % 40 >= 7 && i % 40 < 27 && i / 40 >= 3 && i / 40 < 14;
            assertEquals(inside ? wholeDepth[i] : 0, partOfDepth[i]);
            assertEquals(inside ? whole.rgb()[3 * i] : 0, partly.rgb()[3 * i]);
        }
        assertTrue(whole.rgb()[3 * (3 * 40 + 8)] != 0, "the part is not black");
    }

    @Test
    void aPictureIsBilinearAndBlackOutside() {
        // One row of 3 pixels, turned by 60 degrees: beside the centre the source lies at (1 +- 0.5, 0 +- 0.866).
        RgbImage row = new RgbImage(3, 1, new byte[] {100, 100, 100, (byte) 200, 0, 0, 100, 100, 100});
        byte[] turned = new Turn(60, new ImageSize(1, 3)).image(row).rgb();
        assertEquals(200, turned[3] & 0xff);
        // (0.5 * 200 + 0.5 * 100) * (1 - 0.866) = 20.1 and (0.5 * 100) * 0.134 = 6.7
        assertEquals(20, turned[6]);
        assertEquals(7, turned[7]);
        assertEquals(20, turned[0]);
    }

    @Test
    void depthIsNeverMixedAndInvalidStaysInvalid() {
        short[] raw = new short[40 * 30];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (short) (i % 3 == 0 ? 1000 : i % 3 == 1 ? 30000 : i % 2 == 0 ? 0 : -1);
        }
        Set<Short> allowed = Set.of((short) 1000, (short) 30000, (short) 0, (short) -1);
        short[] turned = raw(new Turn(2.5, new ImageSize(30, 40)).depth(new DepthRaster(40, 30, raw, 1000)));
        Set<Short> seen = new HashSet<>();
        for (short sample : turned) {
            seen.add(sample);
        }
        assertEquals(allowed, seen);
    }

    @Test
    void pictureAndDepthTurnTogether() {
        ImageSize size = new ImageSize(100, 120);
        for (double degrees : new double[] {2.5, -2.5, 17}) {
            Turn turn = new Turn(degrees, size);
            byte[] rgb = turn.image(TestImages.places(120, 100, 0)).rgb();
            StoredDepth depth = turn.depth(TestImages.depthPlaces(120, 100));
            for (int i = 0; i < 100 * 120; i++) {
                int x = i % 120;
                int y = i / 120;
                double angle = Math.toRadians(degrees);
                double sourceX = 59.5 + Math.cos(angle) * (x - 59.5) - Math.sin(angle) * (y - 49.5);
                double sourceY = 49.5 + Math.sin(angle) * (x - 59.5) + Math.cos(angle) * (y - 49.5);
                if (sourceX >= 0 && sourceX < 119 && sourceY >= 0 && sourceY < 99) {
                    assertEquals(sourceX, rgb[3 * i], 0.51);
                    assertEquals(sourceY, rgb[3 * i + 1], 0.51);
                    assertTrue(depth.valid(i));
                    double column = raw(depth)[i] - 1000 - 100 * Math.rint(sourceY);
                    assertTrue(Math.abs(column - sourceX) < 0.51, degrees + " degrees at " + x + ", " + y);
                }
            }
        }
    }

    private static short[] raw(StoredDepth depth) {
        return ((DepthRaster) depth).raw();
    }
}

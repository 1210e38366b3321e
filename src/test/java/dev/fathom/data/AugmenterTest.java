package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.data.Augmentation.GammaScale;
import dev.fathom.data.Augmentation.Range;
import dev.fathom.data.Augmentation.Rotation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmenterTest {
    private static final ImageSize CANVAS = new ImageSize(12, 16);
    private static final DecodedSample PLACES =
            new DecodedSample(TestImages.places(16, 12, 50), Optional.of(TestImages.depthPlaces(16, 12)));

    @Test
    void noneKeepsEveryBit() {
        Example out = new Augmenter(Augmentation.none(), CANVAS).example(PLACES, 1, 2, 3);
        for (int i = 0; i < 12 * 16; i++) {
            assertEquals(i % 16, out.image()[3 * i]);
            assertEquals(i / 16, out.image()[3 * i + 1]);
            assertEquals(50f, out.image()[3 * i + 2]);
            assertEquals((1000 + 100 * (i / 16) + i % 16) / 1000f, out.depth()[i]);
            assertEquals(1f, out.mask()[i]);
        }
    }

    @Test
    void aFlipMirrorsPictureAndDepthTogether() {
        Augmentation flip =
                new Augmentation(1, List.of(), Range.ONE, Range.ONE, Range.ONE, GammaScale.UNIT, Rotation.NONE);
        Example out = new Augmenter(flip, CANVAS).example(PLACES, 1, 2, 3);
        assertEquals(15f, out.image()[0]);
        assertEquals(1.015f, out.depth()[0]);
        assertEquals(0f, out.image()[15 * 3]);
        assertEquals(2.1f, out.depth()[11 * 16 + 15]);
    }

    @Test
    void aCropKeepsItsPixelsAtTheTopLeftAndTheRestIsGreyAndWithoutDepth() {
        Augmentation crop = new Augmentation(
                0.5, List.of(new ImageSize(6, 8)), Range.ONE, Range.ONE, Range.ONE, GammaScale.UNIT, Rotation.NONE);
        Augmenter augmenter = new Augmenter(crop, CANVAS);
        Set<Float> lefts = new HashSet<>();
        Set<Float> tops = new HashSet<>();
        for (int index = 0; index < 200; index++) {
            Example out = augmenter.example(PLACES, 7, 0, index);
            float left = out.image()[0];
            float top = out.image()[1];
            float step = out.image()[3] - left;
            lefts.add(Math.min(left, left + 7 * step));
            tops.add(top);
            for (int y = 0; y < 12; y++) {
                for (int x = 0; x < 16; x++) {
                    int i = y * 16 + x;
                    boolean inside = y < 6 && x < 8;
                    assertEquals(inside ? left + x * step : Augmenter.GREY, out.image()[3 * i]);
                    assertEquals(inside ? top + y : Augmenter.GREY, out.image()[3 * i + 1]);
                    assertEquals(inside ? 1f : 0f, out.mask()[i]);
                    float metres = (1000 + 100 * (top + y) + left + x * step) / 1000f;
                    assertEquals(inside ? metres : 0f, out.depth()[i], 1e-6f);
                }
            }
        }
        assertEquals(Set.of(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f), lefts);
        assertEquals(Set.of(0f, 1f, 2f, 3f, 4f, 5f, 6f), tops);
    }

    @Test
    void whatIsCutOutOfATurnedPictureIsAPartOfTheTurnedWhole() {
        Augmenter parts = new Augmenter(flippedAndTurned(List.of(new ImageSize(6, 8))), CANVAS);
        Augmenter wholes = new Augmenter(flippedAndTurned(List.of()), CANVAS);
        for (int index = 0; index < 50; index++) {
            Example part = parts.example(PLACES, 7, 0, index);
            Example whole = wholes.example(PLACES, 7, 0, index);
            long places = IntStream.range(0, 7 * 9)
                    .filter(place -> isAt(part, whole, place / 9, place % 9))
                    .count();
            assertEquals(1, places, "example " + index);
        }
    }

    private static Augmentation flippedAndTurned(List<ImageSize> crops) {
        return new Augmentation(0.5, crops, Range.ONE, Range.ONE, Range.ONE, GammaScale.UNIT, new Rotation(20, 1));
    }

    /** Whether a crop of 6x8 is that of the whole at a place. */
    private static boolean isAt(Example part, Example whole, int top, int left) {
        for (int i = 0; i < 6 * 8; i++) {
            int mine = i / 8 * 16 + i % 8;
            int its = (top + i / 8) * 16 + left + i % 8;
            boolean same = part.mask()[mine] == whole.mask()[its]
                    && part.depth()[mine] == whole.depth()[its]
                    && Arrays.equals(part.image(), 3 * mine, 3 * mine + 3, whole.image(), 3 * its, 3 * its + 3);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Test
    void cropSizesAreDrawnEvenly() {
        Augmentation recipe = LiteDepthRecipe.on(new ImageSize(480, 640), GammaScale.UNIT);
        int[] counts = new int[3];
        for (int i = 0; i < 3000; i++) {
            AugmentationDraw draw = AugmentationDraw.of(recipe, new ImageSize(480, 640), SeededRandom.of(3, 0, i));
            counts[recipe.crops().indexOf(draw.crop())]++;
        }
        for (int count : counts) {
            assertEquals(1000, count, 100);
        }
    }

    @Test
    void colourFollowsTheFormula() {
        // 100: 255 (100/255)^0.9 = 109.8131; times 1.2, then 0.95. 250 goes above 255 and is clipped.
        Range gamma = new Range(0.9, 0.9);
        Range brightness = new Range(1.2, 1.2);
        Range colour = new Range(0.95, 0.95);
        DecodedSample pixels = sample((byte) 100, (byte) 250, (byte) 0);
        Example unit = apply(
                new Augmentation(0, List.of(), gamma, brightness, colour, GammaScale.UNIT, Rotation.NONE), pixels);
        assertEquals(125.1869f, unit.image()[0], 1e-3f);
        assertEquals(255f, unit.image()[1]);
        assertEquals(0f, unit.image()[2]);
        // 100^0.9 = 63.0957
        Example asCoded = apply(
                new Augmentation(0, List.of(), gamma, brightness, colour, GammaScale.BYTE, Rotation.NONE), pixels);
        assertEquals(71.9291f, asCoded.image()[0], 1e-3f);
    }

    @Test
    void colourStaysWithinItsRanges() {
        Augmenter augmenter =
                new Augmenter(LiteDepthRecipe.on(new ImageSize(1, 1), GammaScale.UNIT), new ImageSize(1, 1));
        DecodedSample pixel = sample((byte) 100, (byte) 100, (byte) 100);
        float lowest = 255;
        float highest = 0;
        for (int i = 0; i < 2000; i++) {
            for (float value : augmenter.example(pixel, 5, 1, i).image()) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        // 255 (100/255)^1.1 * 0.75 * 0.9 = 61.47 and 255 (100/255)^0.9 * 1.25 * 1.1 = 150.99
        assertTrue(lowest >= 61.4f && lowest < 68f, "lowest " + lowest);
        assertTrue(highest <= 151f && highest > 142f, "highest " + highest);
    }

    @Test
    void sameKeysGiveTheSameBitsAndOthersDoNot() {
        Augmenter augmenter = new Augmenter(LiteDepthRecipe.on(CANVAS, GammaScale.UNIT), CANVAS);
        Example first = augmenter.example(PLACES, 1, 2, 3);
        assertArrayEquals(first.image(), augmenter.example(PLACES, 1, 2, 3).image());
        assertArrayEquals(first.depth(), augmenter.example(PLACES, 1, 2, 3).depth());
        assertFalse(
                Arrays.equals(first.image(), augmenter.example(PLACES, 2, 2, 3).image()));
        assertFalse(
                Arrays.equals(first.image(), augmenter.example(PLACES, 1, 3, 3).image()));
        assertFalse(
                Arrays.equals(first.image(), augmenter.example(PLACES, 1, 2, 4).image()));
    }

    @Test
    void invalidDepthIsMaskedAndZero() {
        DepthRaster depth = new DepthRaster(2, 1, new short[] {-1, 3000}, 1000);
        DecodedSample sample = new DecodedSample(TestImages.places(2, 1, 0), Optional.of(depth));
        Example out = new Augmenter(Augmentation.none(), new ImageSize(1, 2)).example(sample, 0, 0, 0);
        assertArrayEquals(new float[] {0, 3}, out.depth());
        assertArrayEquals(new float[] {0, 1}, out.mask());
    }

    @Test
    void aRotationTurnsItsShareOfThePicturesByAnglesOfBothSignsAndChangesNoOtherChance() {
        Augmentation recipe = LiteDepthRecipe.on(CANVAS, GammaScale.UNIT);
        Augmentation turning = LiteDepthRecipe.on(CANVAS, GammaScale.UNIT, new Rotation(2.5, 0.5));
        int turned = 0;
        double lowest = 0;
        double highest = 0;
        for (int i = 0; i < 2000; i++) {
            AugmentationDraw plain = AugmentationDraw.of(recipe, CANVAS, SeededRandom.of(1, 0, i));
            AugmentationDraw draw = AugmentationDraw.of(turning, CANVAS, SeededRandom.of(1, 0, i));
            assertEquals(0, plain.degrees());
            assertEquals(plain.crop(), draw.crop());
            assertEquals(plain.left(), draw.left());
            assertArrayEquals(plain.colours(), draw.colours());
            turned += draw.degrees() == 0 ? 0 : 1;
            lowest = Math.min(lowest, draw.degrees());
            highest = Math.max(highest, draw.degrees());
        }
        assertEquals(1000, turned, 80);
        assertEquals(-2.5, lowest, 0.02);
        assertEquals(2.5, highest, 0.02);
    }

    @Test
    void aTurnedExampleIsItsTurnedSourceFlipped() {
        Augmentation half =
                new Augmentation(1, List.of(), Range.ONE, Range.ONE, Range.ONE, GammaScale.UNIT, new Rotation(40, 1));
        AugmentationDraw draw = AugmentationDraw.of(half, CANVAS, SeededRandom.of(1, 2, 3));
        Turn turn = new Turn(draw.degrees(), CANVAS);
        byte[] source = turn.image(PLACES.image()).rgb();
        StoredDepth depth = turn.depth(PLACES.depth().orElseThrow());
        Example out = new Augmenter(half, CANVAS).example(PLACES, 1, 2, 3);
        int outside = 0;
        for (int i = 0; i < 12 * 16; i++) {
            int mirrored = i / 16 * 16 + 15 - i % 16;
            assertEquals(source[3 * mirrored] & 0xff, out.image()[3 * i]);
            assertEquals(depth.valid(mirrored) ? 1f : 0f, out.mask()[i]);
            assertEquals(depth.metres(mirrored), out.depth()[i]);
            outside += depth.valid(mirrored) ? 0 : 1;
        }
        assertTrue(outside > 10 && outside < 100, outside + " pixels from outside");
    }

    @Test
    void aCropLargerThanTheCanvasIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Augmenter(LiteDepthRecipe.on(new ImageSize(480, 640), GammaScale.UNIT), CANVAS));
    }

    private static DecodedSample sample(byte red, byte green, byte blue) {
        return new DecodedSample(new RgbImage(1, 1, new byte[] {red, green, blue}), Optional.empty());
    }

    private static Example apply(Augmentation recipe, DecodedSample sample) {
        return new Augmenter(recipe, new ImageSize(1, 1)).example(sample, 0, 0, 0);
    }
}

package dev.fathom.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FloatDepthTest {
    private static final float FINE = 1.2345678f;

    @Test
    void onlyFinitePositiveMetresAreValid() {
        FloatDepth depth = new FloatDepth(6, 1, new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY, FINE, 1e-9f});
        boolean[] valid = new boolean[6];
        for (int i = 0; i < 6; i++) {
            valid[i] = depth.valid(i);
        }
        assertArrayEquals(new boolean[] {false, false, false, false, true, true}, valid);
        assertEquals(2, depth.toDepthMap().valid().count());
        assertFalse(depth.isEmpty());
        assertTrue(new FloatDepth(2, 1, new float[] {Float.NaN, 0}).isEmpty());
    }

    @Test
    void resizingAndTurningKeepTheLastBit() {
        FloatDepth depth = new FloatDepth(2, 1, new float[] {FINE, 2});
        StoredDepth larger = Resampling.nearest(depth, new ImageSize(2, 4));
        for (int i = 0; i < 8; i++) {
            assertEquals(i % 4 < 2 ? FINE : 2f, larger.metres(i));
        }
        StoredDepth turned = new Turn(180, new ImageSize(1, 2)).depth(depth);
        assertEquals(2f, turned.metres(0));
        assertEquals(FINE, turned.metres(1));
    }

    @Test
    void batchesGetTheMetresUnrounded() {
        DecodedSample sample = new DecodedSample(
                new RgbImage(2, 1, new byte[6]), Optional.of(new FloatDepth(2, 1, new float[] {FINE, 0})));
        Example example = new Augmenter(Augmentation.none(), new ImageSize(1, 2)).example(sample, 1, 1, 0);
        assertArrayEquals(new float[] {FINE, 0}, example.depth());
        assertArrayEquals(new float[] {1, 0}, example.mask());
        assertEquals(6 + 8, sample.bytes());
    }
}

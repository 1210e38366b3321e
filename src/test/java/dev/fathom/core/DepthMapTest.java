package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DepthMapTest {
    @Test
    void nearestResizeTakesTheFlooredSourceIndexAndItsValidity() {
        DepthMap map = DepthMap.ofPositive(3, 1, new float[] {1f, 0f, 3f});
        DepthMap wide = map.resizeNearest(5, 1);
        assertArrayEquals(new float[] {1f, 1f, 0f, 0f, 3f}, wide.metres());
        assertTrue(wide.valid().get(1, 0));
        assertFalse(wide.valid().get(2, 0));
        assertArrayEquals(new float[] {1f, 0f}, map.resizeNearest(2, 1).metres());
    }

    @Test
    void neitherZeroNorNegativeNorInfiniteNorNotANumberIsDepth() {
        float[] values = {0f, -1f, Float.NaN, Float.POSITIVE_INFINITY, 0.5f};
        ValidMask valid = DepthMap.ofPositive(5, 1, values).valid();
        assertEquals(1, valid.count());
        assertEquals(0.2, valid.share(), 1e-12);
        assertTrue(valid.get(4, 0));
    }

    @Test
    void aMaskOfAnotherSizeIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new DepthMap(2, 1, new float[2], ValidMask.positive(1, 2, new float[2])));
    }
}

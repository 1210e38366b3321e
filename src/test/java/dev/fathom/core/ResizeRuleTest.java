package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class ResizeRuleTest {
    private static final DepthMap SMALL = DepthMap.ofPositive(3, 2, new float[] {1, 2, 4, 8, 16, 32});

    private static void check(ResizeRule rule, float... expected) {
        assertArrayEquals(expected, rule.resize(SMALL, 5, 3).metres(), 1e-5f, rule.rule());
    }

    @Test
    void eachRuleGivesItsNumbers() {
        check(ResizeRule.NEAREST, 1, 1, 2, 2, 4, 1, 1, 2, 2, 4, 8, 8, 16, 16, 32);
        check(ResizeRule.CORNERS, 1, 1.5f, 2, 3, 4, 4.5f, 6.75f, 9, 13.5f, 18, 8, 12, 16, 24, 32);
        check(ResizeRule.CENTRES, 1, 1.4f, 2, 3.2f, 4, 4.5f, 6.3f, 9, 14.4f, 18, 8, 11.2f, 16, 25.6f, 32);
        assertSame(SMALL, ResizeRule.CORNERS.resize(SMALL, 3, 2));
    }

    @Test
    void nearestIsTheOneOfDepthMaps() {
        DepthMap map = Waves.truth();
        DepthMap expected = map.resizeNearest(97, 31);
        assertArrayEquals(
                expected.metres(), ResizeRule.NEAREST.resize(map, 97, 31).metres());
        assertEquals(expected.valid(), ResizeRule.NEAREST.resize(map, 97, 31).valid());
    }

    @Test
    void onePixelFillsTheImage() {
        DepthMap one = DepthMap.ofPositive(1, 1, new float[] {3});
        for (ResizeRule rule : ResizeRule.values()) {
            assertArrayEquals(new float[] {3, 3, 3, 3}, rule.resize(one, 2, 2).metres());
        }
    }

    @Test
    void aHoleIsNotMixedIntoItsNeighbours() {
        DepthMap holed = DepthMap.ofPositive(2, 1, new float[] {4, 0});
        DepthMap large = ResizeRule.CORNERS.resize(holed, 5, 1);
        assertArrayEquals(new float[] {4, 4, 0, 0, 0}, large.metres());
        assertFalse(large.valid().get(2));
        // What lies infinitely far stays so.
        DepthMap far = DepthMap.ofPositive(2, 1, new float[] {4, Float.POSITIVE_INFINITY});
        assertEquals(
                Float.POSITIVE_INFINITY, ResizeRule.CENTRES.resize(far, 4, 1).metres()[3]);
    }
}

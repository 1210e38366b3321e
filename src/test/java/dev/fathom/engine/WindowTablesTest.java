package dev.fathom.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fathom.graph.WindowAttention;
import org.junit.jupiter.api.Test;

class WindowTablesTest {
    @Test
    void aPairsRowCountsRelativeRowsThenColumns() {
        long[] expected = {4, 3, 1, 0, 5, 4, 2, 1, 7, 6, 4, 3, 8, 7, 5, 4};
        assertArrayEquals(expected, WindowTables.positions(2));
    }

    /** Of 2x4 places in two windows of 2x2, rolled by 1: the left one is split in rows, the right one in four. */
    @Test
    void onlyPlacesOfOneRegionSeeEachOther() {
        float o = -100;
        float[] left = {0, 0, o, o, 0, 0, o, o, o, o, 0, 0, o, o, 0, 0};
        float[] right = {0, o, o, o, o, 0, o, o, o, o, 0, o, o, o, o, 0};
        float[] mask = WindowTables.mask(new WindowAttention(2, 1, 2, 1), 2, 4);
        assertEquals(32, mask.length);
        for (int i = 0; i < 16; i++) {
            assertEquals(left[i], mask[i], "left " + i);
            assertEquals(right[i], mask[16 + i], "right " + i);
        }
    }
}

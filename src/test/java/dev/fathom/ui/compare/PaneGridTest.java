package dev.fathom.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaneGridTest {
    private static final double FOUR_TO_THREE = 4.0 / 3;

    @Test
    void panesAreDividedSoThatPicturesAreLargest() {
        assertEquals(3, PaneGrid.columns(6, 1200, 600, FOUR_TO_THREE));
        assertEquals(2, PaneGrid.columns(6, 700, 700, FOUR_TO_THREE));
        assertEquals(1, PaneGrid.columns(2, 700, 700, FOUR_TO_THREE));
        assertEquals(2, PaneGrid.columns(2, 1200, 600, FOUR_TO_THREE));
        assertEquals(2, PaneGrid.columns(4, 1000, 700, FOUR_TO_THREE));
        assertEquals(1, PaneGrid.columns(1, 1000, 700, FOUR_TO_THREE));
        // KITTI's wide pictures lie better under each other.
        assertEquals(1, PaneGrid.columns(4, 1000, 700, 3.3));
    }
}

package dev.fathom.training.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TruthGridTest {
    /** 3 x 5 with a hole at row 0, column 1. */
    private static final Truth TRUTH =
            new Truth(1, 3, 5, new float[] {1, 0, 3, 4, 5, 2, 3, 4, 5, 6, 3, 4, 5, 6, 7}, new float[] {
                1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
            });

    @Test
    void cornersCoincide() {
        TruthGrid grid = TruthGrid.of(TRUTH, 2, 2, TruthGrid.Holes.EXCLUDE);
        assertArrayEquals(new float[] {1, 5, 3, 7}, grid.metres());
        assertArrayEquals(new boolean[] {true, true, true, true}, grid.valid());
    }

    @Test
    void aHoleBleedsIntoItsNeighboursAsInTheOfficialCode() {
        // Columns at 0, 4/3, 8/3, 4: the second is 2/3 of the hole's 0 and 1/3 of 3.
        TruthGrid grid = TruthGrid.of(TRUTH, 1, 4, TruthGrid.Holes.BLEED);
        assertArrayEquals(new float[] {1, 1, 11f / 3, 5}, grid.metres(), 1e-6f);
        assertArrayEquals(new boolean[] {true, true, true, true}, grid.valid());
    }

    @Test
    void excludingHolesLeavesOnlyMeasuredDepth() {
        TruthGrid grid = TruthGrid.of(TRUTH, 1, 4, TruthGrid.Holes.EXCLUDE);
        assertArrayEquals(new float[] {1, 0, 11f / 3, 5}, grid.metres(), 1e-6f);
        assertArrayEquals(new boolean[] {true, false, true, true}, grid.valid());
    }

    @Test
    void validityAtAnotherSizeIsThatOfTheNearestPixel() {
        TruthGrid grid = TruthGrid.of(TRUTH, 3, 5, TruthGrid.Holes.EXCLUDE);
        boolean[] firstRow = Arrays.copyOf(grid.validAt(3, 4), 4);
        assertArrayEquals(new boolean[] {true, false, true, true}, firstRow);
    }
}

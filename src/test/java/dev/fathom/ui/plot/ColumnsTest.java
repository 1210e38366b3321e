package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static Series series(double... y) {
        Series series = new Series();
        for (int i = 0; i < y.length; i++) {
            series.add(i, y[i]);
        }
        return series;
    }

    @Test
    void eachColumnHoldsSmallestGreatestAndMean() {
        // Two columns: x 0 and 1 round to the first, x 2 and 3 to the second.
        Columns columns = Columns.of(series(1, 3, 10, 20), 0, 3, 2, 0);
        assertArrayEquals(new double[] {1, 10}, columns.min);
        assertArrayEquals(new double[] {3, 20}, columns.max);
        assertArrayEquals(new double[] {2, 15}, columns.line);
    }

    @Test
    void columnsWithoutAPointAreEmpty() {
        Columns columns = Columns.of(series(5, 6), 0, 1, 3, 0);
        assertArrayEquals(new double[] {5, Double.NaN, 6}, columns.line);
    }

    @Test
    void theMovingAverageHasNoBiasAtItsStart() {
        // Window 3: weight 1/2. Averages 4, (4 + 2*8)/3, (4 + 2*8 + 4*2)/7.
        Columns columns = Columns.of(series(4, 8, 2), 0, 2, 3, 3);
        assertEquals(4, columns.line[0], 1e-12);
        assertEquals(20 / 3.0, columns.line[1], 1e-12);
        assertEquals(4, columns.line[2], 1e-12);
    }
}

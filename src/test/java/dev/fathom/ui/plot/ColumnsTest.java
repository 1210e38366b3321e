package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static Curve curve(double... y) {
        Curve curve = new Curve("c", Curve.Style.BAND, 0);
        for (int i = 0; i < y.length; i++) {
            curve.series().add(i, y[i]);
        }
        return curve;
    }

    @Test
    void eachColumnHoldsSmallestGreatestAndMean() {
        // Two columns: x 0 and 1 round to the first, x 2 and 3 to the second.
        Columns columns = Columns.of(curve(1, 3, 10, 20), Along.STEP, 0, 3, 2, 0);
        assertArrayEquals(new double[] {1, 10}, columns.min);
        assertArrayEquals(new double[] {3, 20}, columns.max);
        assertArrayEquals(new double[] {2, 15}, columns.line);
    }

    @Test
    void columnsWithoutAPointAreEmpty() {
        Columns columns = Columns.of(curve(5, 6), Along.STEP, 0, 1, 3, 0);
        assertArrayEquals(new double[] {5, Double.NaN, 6}, columns.line);
    }

    @Test
    void theMovingAverageHasNoBiasAtItsStart() {
        // Window 3: weight 1/2. Averages 4, (4 + 2*8)/3, (4 + 2*8 + 4*2)/7.
        Columns columns = Columns.of(curve(4, 8, 2), Along.STEP, 0, 2, 3, 3);
        assertEquals(4, columns.line[0], 1e-12);
        assertEquals(20 / 3.0, columns.line[1], 1e-12);
        assertEquals(4, columns.line[2], 1e-12);
    }

    @Test
    void epochsAndMinutesAreOtherPlacesOfTheSamePoints() {
        Curve curve = new Curve("c", Curve.Style.BAND, 0);
        curve.setStepsPerEpoch(50);
        curve.series().add(50, 1, 60);
        curve.series().add(100, 2, 180);
        // Epochs 1 and 2 lie at both ends; of 1 to 3 minutes, 3 is the end.
        assertArrayEquals(new double[] {1, Double.NaN, 2}, Columns.of(curve, Along.EPOCH, 1, 2, 3, 0).line);
        assertArrayEquals(new double[] {Double.NaN, 1, Double.NaN, 2}, Columns.of(curve, Along.TIME, 0, 3, 4, 0).line);
        assertEquals(1, curve.nearest(Along.EPOCH, 1.6));
        assertEquals(0, curve.nearest(Along.TIME, 1.9));
        assertEquals("2 min 0 s", Along.TIME.name(2));
        assertEquals("Epoch 1.50", Along.EPOCH.name(1.5));
    }
}

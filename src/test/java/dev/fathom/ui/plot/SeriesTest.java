package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeriesTest {
    private final Curve curve = new Curve("c", Curve.Style.BAND, 0);
    private final Series series = curve.series();

    @Test
    void growsBeyondItsFirstSize() {
        for (int i = 0; i < 1000; i++) {
            series.add(i, 2 * i);
        }
        assertEquals(1000, series.size());
        assertEquals(1998, series.y(999));
    }

    @Test
    void whatIsNotFiniteIsPassedOver() {
        series.add(1, Double.NaN);
        series.add(2, Double.POSITIVE_INFINITY);
        assertEquals(0, series.size());
        assertTrue(Double.isNaN(series.lastX()));
        assertEquals(-1, curve.nearest(Along.STEP, 1));
    }

    @Test
    void aResumedRunReplacesTheStepsItRepeats() {
        for (int step = 1; step <= 5; step++) {
            series.add(step, 10 + step);
        }
        series.add(4, 99);
        assertEquals(4, series.size());
        assertEquals(4, series.lastX());
        assertEquals(99, series.y(3));
    }

    @Test
    void nearestIsByDistanceAndStaysInside() {
        series.add(0, 0);
        series.add(10, 0);
        series.add(30, 0);
        assertEquals(0, curve.nearest(Along.STEP, -5));
        assertEquals(0, curve.nearest(Along.STEP, 4.9));
        assertEquals(1, curve.nearest(Along.STEP, 5.1));
        assertEquals(1, curve.nearest(Along.STEP, 10));
        assertEquals(2, curve.nearest(Along.STEP, 1e9));
    }
}

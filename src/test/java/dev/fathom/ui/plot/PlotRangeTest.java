package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotRangeTest {
    @Test
    void aSingleWildValueDoesNotFlattenTheRest() {
        Curve curve = new Curve("c", Curve.Style.BAND, 0);
        Series series = curve.series();
        for (int i = 0; i < 1000; i++) {
            series.add(i, i == 500 ? 1e6 : 1 + i % 3);
        }
        Axis axis = PlotRange.of(List.of(Columns.of(curve, Along.STEP, 0, 999, 100, 1_000_000)), false);
        assertTrue(axis.high() < 2e4, axis.toString());
    }

    @Test
    void theWholeLineIsShown() {
        Curve curve = new Curve("c", Curve.Style.BAND, 0);
        Series series = curve.series();
        series.add(0, 40);
        for (int i = 1; i < 1000; i++) {
            series.add(i, 1);
        }
        Axis axis = PlotRange.of(List.of(Columns.of(curve, Along.STEP, 0, 999, 1000, 0)), false);
        assertTrue(axis.high() >= 40, axis.toString());
    }

    @Test
    void aLogarithmicAxisPassesOverWhatHasNoLogarithm() {
        Curve curve = new Curve("c", Curve.Style.BAND, 0);
        Series series = curve.series();
        series.add(0, 0);
        series.add(1, -3);
        series.add(2, 10);
        series.add(3, 1);
        Axis axis = PlotRange.of(List.of(Columns.of(curve, Along.STEP, 0, 3, 4, 0)), true);
        assertEquals(1 / 1.1, axis.low(), 1e-9);
        assertEquals(11, axis.high(), 1e-9);
    }

    @Test
    void withoutPointsThereIsStillAnAxis() {
        assertEquals(new Axis(0, 1, false), PlotRange.of(List.of(), false));
        assertTrue(PlotRange.of(List.of(), true).low() > 0);
    }
}

package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static List<Double> rounded(List<Double> ticks) {
        return ticks.stream().map(t -> Math.round(t * 1e6) / 1e6).toList();
    }

    @Test
    void ticksAreRoundNumbersInside() {
        assertEquals(List.of(0.0, 0.25, 0.5, 0.75, 1.0), rounded(new Axis(0, 1.1, false).ticks(5)));
        assertEquals(List.of(0.0, 2000.0, 4000.0, 6000.0), rounded(new Axis(0, 6200, false).ticks(4)));
    }

    @Test
    void stepsAndEpochsAreMarkedAtWholeNumbers() {
        assertEquals(List.of(0.0, 5.0, 10.0), new Axis(0, 10, false).wholeTicks(4), "not 0, 2.5, 5, 7.5, 10");
        assertEquals(List.of(0.0, 1.0), new Axis(0, 1, false).wholeTicks(10), "no tenths, and none twice");
        assertEquals(List.of(0.0, 1.0, 2.0, 3.0), new Axis(0, 3.4, false).wholeTicks(8));
        assertEquals(List.of(0.0, 25.0, 50.0, 75.0, 100.0), new Axis(0, 100, false).wholeTicks(4));
        assertEquals(List.of(8.0, 9.0), new Axis(7.3, 9.1, false).wholeTicks(9), "a part of an axis");
    }

    @Test
    void minutesHaveFractions() {
        assertEquals(List.of(0.0, 2.5, 5.0, 7.5, 10.0), Along.TIME.ticks(Along.TIME.axisTo(10), 4));
        assertEquals(List.of(0.0, 5.0, 10.0), Along.EPOCH.ticks(Along.EPOCH.axisTo(10), 4));
    }

    @Test
    void theFirstEpochFillsAnAxisOfOne() {
        assertEquals(1, Along.EPOCH.axisTo(0.2).high());
        assertEquals(0.2, Along.TIME.axisTo(0.2).high());
        assertEquals("Epoch 3", Along.EPOCH.name(2.999));
        assertEquals("Epoch 3.25", Along.EPOCH.name(3.25));
    }

    @Test
    void aLogarithmicAxisHasDecades() {
        Axis axis = new Axis(0.01, 1000, true);
        assertEquals(List.of(0.01, 0.1, 1.0, 10.0, 100.0, 1000.0), rounded(axis.ticks(5)));
        assertEquals(0.4, axis.place(1), 1e-12);
        assertEquals(1, axis.value(0.4), 1e-9);
    }

    @Test
    void aLogarithmicAxisWithinADecadeStillHasTicks() {
        assertTrue(new Axis(0.21, 0.9, true).ticks(5).size() >= 3);
    }

    @Test
    void valuesFarAboveZeroDoNotDragTheAxisToZero() {
        assertTrue(Axis.around(100, 101, false).low() > 99);
        assertEquals(0, Axis.around(0.2, 1.2, false).low());
    }

    @Test
    void oneValueStillMakesAnAxis() {
        Axis axis = Axis.around(3, 3, false);
        assertTrue(axis.low() < 3 && axis.high() > 3);
        assertTrue(Axis.around(3, 3, true).high() > 3);
        assertThrows(IllegalArgumentException.class, () -> new Axis(1, 1, false));
    }
}

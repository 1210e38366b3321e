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

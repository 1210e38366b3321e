package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrontTest {
    private static Dot dot(double x, double y, int kind) {
        return new Dot(x, y, kind, false, x + "," + y, x + "," + y, List.of(), null);
    }

    @Test
    void eachKindHasItsOwn() {
        Dot here = dot(1, 1, 0);
        Dot fast = dot(10, 5, 1);
        Dot good = dot(90, 2, 1);
        Dot worse = dot(95, 3, 1);
        List<Front> fronts = Front.of(List.of(worse, good, here, fast));
        assertEquals(List.of(new Front(List.of(fast, good)), new Front(List.of(here))), fronts);
        assertTrue(fronts.get(0).isLine());
        assertFalse(fronts.get(1).isLine(), "a single point has no line");
    }

    @Test
    void pointsAtOnePlaceMakeNoLine() {
        assertFalse(Front.of(List.of(dot(2, 2, 0), dot(2, 2, 0))).get(0).isLine());
    }
}

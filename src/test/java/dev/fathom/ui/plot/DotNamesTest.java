package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class DotNamesTest {
    private static final double RADIUS = 5;

    private static Dot dot(double x, double y, String subject, String name) {
        return new Dot(x, y, 0, false, subject, name, List.of(), null);
    }

    private static List<DotNames.Placed> place(List<Dot> dots) {
        FreeRoom room = new FreeRoom(new Rectangle2D(0, 0, 900, 500));
        dots.forEach(dot -> room.takePoint(dot.x(), dot.y(), RADIUS));
        return DotNames.place(dots, RADIUS, dot -> new Point2D(dot.x(), dot.y()), text -> 7.0 * text.length(), room);
    }

    @Test
    void aRunMeasuredSeveralTimesIsNamedOnceAtItsBest() {
        Dot best = dot(100, 100, "a", "student");
        List<DotNames.Placed> names =
                place(List.of(dot(300, 300, "a", "student"), best, dot(200, 100, "a", "student")));
        assertEquals(List.of(best), names.stream().map(DotNames.Placed::dot).toList());
    }

    @Test
    void twoRunsOfOneNameAreBothNamed() {
        assertEquals(
                2,
                place(List.of(dot(100, 100, "a", "student"), dot(300, 300, "b", "student")))
                        .size());
    }

    @Test
    void twentyRunsAtNearlyOnePlaceAllHaveTheirNameAndNoneLiesOverAnother() {
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            dots.add(dot(400 + 3 * (i % 5), 250 + 2 * (i / 5), "run" + i, "mimicry, seed " + i));
        }
        List<DotNames.Placed> names = place(dots);
        assertEquals(20, names.size());
        for (DotNames.Placed one : names) {
            for (DotNames.Placed other : names) {
                assertTrue(one == other || !one.box().intersects(other.box()), one + " over " + other);
                assertFalse(
                        one.leader() != null && one.leader().crosses(other.box()), one + " strikes through " + other);
            }
        }
        assertTrue(names.stream().anyMatch(name -> name.leader() != null));
    }

    @Test
    void longNamesKeepTheirEnd() {
        assertEquals("student alone", DotNames.shortened("student alone"));
        String cut = DotNames.shortened("+ structure-aware, two stages (stage 2), seed 3");
        assertTrue(cut.startsWith("+ structure") && cut.endsWith("seed 3"), cut);
        assertTrue(cut.length() <= 30, cut);
    }
}

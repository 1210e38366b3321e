package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DotTest {
    private static Dot dot(double x, double y) {
        return new Dot(x, y, 0, false, x + "," + y, x + "," + y, List.of(), null);
    }

    @Test
    void thoseAreBestThatNoOtherBeatsInBoth() {
        Dot fast = dot(1, 5);
        Dot good = dot(9, 1);
        Dot between = dot(3, 3);
        Dot worse = dot(4, 3);
        Dot worst = dot(9, 9);
        List<Dot> all = List.of(worst, worse, good, between, fast);
        assertEquals(
                List.of(good, between, fast),
                all.stream().filter(one -> Dot.isBest(one, all)).toList());
    }

    @Test
    void equalOnesAreBothBest() {
        List<Dot> all = List.of(dot(2, 2), dot(2, 2));
        assertEquals(2, all.stream().filter(one -> Dot.isBest(one, all)).count());
    }
}

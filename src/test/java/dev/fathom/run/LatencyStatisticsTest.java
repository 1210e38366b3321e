package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatencyStatisticsTest {
    @Test
    void percentilesAreInterpolatedAsNumpyDoes() {
        LatencyStatistics s = LatencyStatistics.of(List.of(4.0, 1.0, 3.0, 2.0, 10.0));
        assertEquals(5, s.runs());
        assertEquals(1, s.min());
        assertEquals(10, s.max());
        assertEquals(4, s.mean(), 1e-12);
        assertEquals(3.5355339059, s.std(), 1e-9);
        assertEquals(3, s.p50(), 1e-12);
        assertEquals(7.6, s.p90(), 1e-12);
        assertEquals(9.76, s.p99(), 1e-12);
    }

    @Test
    void oneRunHasNoSpread() {
        LatencyStatistics s = LatencyStatistics.of(List.of(2.5));
        assertEquals(0, s.std());
        assertEquals(2.5, s.p99());
    }

    @Test
    void noRunsCannotBeSummarised() {
        assertThrows(IllegalArgumentException.class, () -> LatencyStatistics.of(List.of()));
    }
}

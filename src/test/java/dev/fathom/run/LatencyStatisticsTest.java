package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyStatisticsTest {
    @Test
    void fewRunsHaveAMedianAndNoTails() {
        LatencyStatistics s = LatencyStatistics.of(List.of(4.0, 1.0, 3.0, 2.0, 10.0));
        assertEquals(5, s.runs());
        assertEquals(1, s.min());
        assertEquals(10, s.max());
        assertEquals(4, s.mean(), 1e-12);
        assertEquals(3.5355339059, s.std(), 1e-9);
        assertEquals(3, s.p50(), 1e-12);
        assertEquals(Double.NaN, s.p90());
        assertEquals(2.5, LatencyStatistics.of(List.of(4.0, 1.0, 3.0, 2.0)).p50(), 1e-12);
    }

    private static LatencyStatistics upTo(int count) {
        return LatencyStatistics.of(
                IntStream.rangeClosed(1, count).mapToObj(Double::valueOf).toList());
    }

    /** As numpy's method inverted_cdf. */
    @Test
    void percentilesAreRunsThatWereMeasured() {
        assertEquals(9, upTo(10).p90());
        assertEquals(10, upTo(11).p90());
        assertEquals(Double.NaN, upTo(99).p99());
        assertEquals(99, upTo(100).p99());
        assertEquals(100, upTo(101).p99());
        assertEquals(90, upTo(100).p90());
    }

    @Test
    void oneRunHasNoSpread() {
        assertEquals(0, LatencyStatistics.of(List.of(2.5)).std());
    }

    @Test
    void noRunsCannotBeSummarised() {
        assertThrows(IllegalArgumentException.class, () -> LatencyStatistics.of(List.of()));
    }
}

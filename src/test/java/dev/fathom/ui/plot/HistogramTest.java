package dev.fathom.ui.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void everyValueFallsIntoOneBinAndTheGreatestIntoTheLast() {
        Histogram histogram = Histogram.of(List.of(0.0, 0.1, 1.9, 2.0, 4.0, 9.9, 10.0));
        assertEquals(0, histogram.low());
        assertEquals(10, histogram.high());
        // Five bins of two: 0, 0.1 and 1.9; 2.0; 4.0; none; 9.9 and 10.
        assertEquals(List.of(3L, 1L, 1L, 0L, 2L), histogram.counts());
        assertEquals(3, histogram.highest());
    }

    @Test
    void theNumberOfBinsGrowsWithTheRootOfTheNumberOfValues() {
        List<Double> many = IntStream.range(0, 400).mapToObj(i -> (double) i).toList();
        Histogram histogram = Histogram.of(many);
        assertEquals(20, histogram.counts().size());
        assertTrue(histogram.counts().stream().allMatch(count -> count == 20));
    }

    @Test
    void equalValuesAreOneBinAroundThem() {
        Histogram histogram = Histogram.of(List.of(3.0, 3.0, 3.0));
        assertEquals(List.of(3L), histogram.counts());
        assertTrue(histogram.low() < 3 && histogram.high() > 3);
    }

    @Test
    void nothingHasNoBins() {
        assertEquals(List.of(), Histogram.of(List.of()).counts());
        assertEquals(0, Histogram.of(List.of()).highest());
    }
}

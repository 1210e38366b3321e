package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    /** The mean of n values 0 and 1 has a standard deviation of 0.5 / sqrt(n), of which 1.96 lie on either side. */
    @Test
    void theIntervalOfManyValuesIsThatOfTheNormalDistribution() {
        double[] coins = IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray();
        Bootstrap.Interval interval = Bootstrap.ofMean(coins);
        assertEquals(0.5 - 1.96 * 0.025, interval.low(), 0.005);
        assertEquals(0.5 + 1.96 * 0.025, interval.high(), 0.005);
        assertEquals(interval, Bootstrap.ofMean(coins), "the same values give the same interval");
    }

    @Test
    void oneValueHasNoSpreadAndNoneHasNoInterval() {
        assertEquals(new Bootstrap.Interval(3, 3), Bootstrap.ofMean(new double[] {3}));
        assertTrue(Double.isNaN(Bootstrap.ofMean(new double[0]).low()));
    }
}

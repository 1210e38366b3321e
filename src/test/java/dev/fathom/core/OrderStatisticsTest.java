package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {
    private static void assertAsSorted(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        OrderStatistics asked = new OrderStatistics(values.clone(), values.length);
        for (int rank = sorted.length - 1; rank >= 0; rank--) {
            assertEquals(sorted[rank], asked.at(rank), "rank " + rank + " after those above it");
            OrderStatistics fresh = new OrderStatistics(values.clone(), values.length);
            assertEquals(sorted[rank], fresh.at(rank), "rank " + rank);
        }
    }

    @Test
    void everyRankIsThatOfTheSortedNumbers() {
        Random random = new Random(3);
        for (int n : new int[] {1, 2, 3, 10, 1001}) {
            float[] values = new float[n];
            for (int i = 0; i < n; i++) {
                values[i] = random.nextFloat();
            }
            assertAsSorted(values);
        }
    }

    @Test
    void equalOnesSlopesAndInfinityAreNumbersLikeOthers() {
        float[] equal = new float[500];
        Arrays.fill(equal, 2.5f);
        assertAsSorted(equal);
        float[] steps = new float[500];
        float[] slope = new float[500];
        float[] roof = new float[500];
        for (int i = 0; i < 500; i++) {
            steps[i] = i % 3;
            slope[i] = 500 - i;
            roof[i] = Math.min(i, 500 - i);
        }
        assertAsSorted(steps);
        assertAsSorted(slope);
        assertAsSorted(roof);
        assertAsSorted(new float[] {1, Float.POSITIVE_INFINITY, -3, Float.POSITIVE_INFINITY, 0});
    }

    @Test
    void onlyTheFirstCountAndSharesAreOfTheirPlaces() {
        OrderStatistics statistics = new OrderStatistics(new float[] {4, 1, 3, 2, 5, -9, -9}, 5);
        assertEquals(5, statistics.count());
        assertEquals(1, statistics.atShare(0));
        assertEquals(3, statistics.atShare(0.5));
        assertEquals(4, statistics.atShare(0.8));
        assertEquals(5, statistics.atShare(1));
    }

    @Test
    void ofADepthMapItIsTheValidPixels() {
        OrderStatistics statistics = OrderStatistics.of(DepthMap.ofPositive(3, 2, new float[] {5, 0, 2, 7, 0, 3}));
        assertEquals(4, statistics.count());
        assertEquals(2, statistics.at(0));
        assertEquals(7, statistics.at(3));
    }

    @Test
    void whatIsNotThereIsRefused() {
        OrderStatistics none = new OrderStatistics(new float[3], 0);
        assertTrue(none.isEmpty());
        assertThrows(IndexOutOfBoundsException.class, () -> none.at(0));
        assertThrows(IndexOutOfBoundsException.class, () -> new OrderStatistics(new float[3], 3).at(3));
        assertThrows(IllegalArgumentException.class, () -> new OrderStatistics(new float[3], 4));
    }
}

package dev.fathom.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BatchSplitTest {
    @Test
    void theLastBatchOfAnEpochMayBeSmaller() {
        BatchSplit sixteens = new BatchSplit(16, 1);
        assertEquals(1, sixteens.batches(16));
        assertEquals(2, sixteens.batches(17));
        assertEquals(9, sixteens.batches(140));
        assertEquals(0, sixteens.batches(0));
        assertEquals(0, sixteens.passedOver(17));
    }

    @Test
    void aLastBatchOfTooFewIsPassedOver() {
        BatchSplit pairs = new BatchSplit(16, 2);
        assertEquals(1, pairs.batches(17));
        assertEquals(1, pairs.passedOver(17));
        assertEquals(2, pairs.batches(18));
        assertEquals(0, pairs.passedOver(18));
    }

    @Test
    void batchesThatAreAllTooSmallAreNone() {
        assertEquals(0, new BatchSplit(1, 2).batches(9));
        assertEquals(9, new BatchSplit(1, 2).passedOver(9));
    }

    @Test
    void aBatchHasASample() {
        assertThrows(IllegalArgumentException.class, () -> new BatchSplit(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new BatchSplit(4, 0));
    }
}

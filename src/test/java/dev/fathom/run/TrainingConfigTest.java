package dev.fathom.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrainingConfigTest {
    @Test
    void theLastBatchOfAnEpochMayBeSmallerAndIsAStepToo() {
        TrainingConfig sixteenABatch = TrainingConfig.defaults();

        assertEquals(1, sixteenABatch.stepsPerEpoch(16));
        assertEquals(2, sixteenABatch.stepsPerEpoch(17));
        assertEquals(9, sixteenABatch.stepsPerEpoch(140));
    }
}

package dev.fathom.export.quantise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fathom.export.ir.Constant;
import dev.fathom.export.ir.Storage;
import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void theEndsOfTheRangeAreTheEndsOfTheNumbersAndZeroIsExact() {
        Storage.Whole form = new Range(-1, 3).int8();
        assertEquals((float) (4.0 / 255), form.scale(), 0);
        assertEquals(-64, form.zeroPoint());
        assertEquals(-128, form.stored(-1.01, 0));
        assertEquals(127, form.stored(3.01, 0));
        assertEquals(-64, form.stored(0, 0));
    }

    @Test
    void aPositiveRangeUsesAllNumbersForItself() {
        Storage.Whole form = new Range(0, 6).int8();
        assertEquals((float) (6.0 / 255), form.scale(), 0);
        assertEquals(-128, form.zeroPoint());
    }

    @Test
    void aTensorThatWasAlwaysNextToZeroGetsARangeOfOne() {
        assertEquals((float) (1.0 / 255), new Range(0, 9e-5).alive().int8().scale(), 0);
        assertEquals(new Range(0, 2e-4), new Range(0, 2e-4).alive());
    }

    @Test
    void aConstantsRangeHoldsZero() {
        assertEquals(new Range(0, 3), Range.of(Constant.vector(2, i -> i + 2)));
        assertEquals(new Range(-2, 0), Range.of(Constant.vector(1, i -> -2)));
        assertThrows(IllegalArgumentException.class, () -> new Range(1, 2));
    }
}

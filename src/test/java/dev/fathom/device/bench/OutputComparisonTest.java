package dev.fathom.device.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.run.OutputCheck;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class OutputComparisonTest {
    private static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static OutputCheck.Difference floats(byte[] device, byte[] desktop) {
        return OutputComparison.of("float32", device, desktop, OutputComparison.FLOAT_LIMIT);
    }

    @Test
    void floatsMayDifferByTheLastBitsOfTheRange() {
        OutputCheck.Difference near = floats(floats(0, 5.00004f, 10), floats(0, 5, 10));
        assertEquals(4e-5, near.max(), 1e-6);
        assertEquals(4e-6, near.maxOfRange(), 1e-7);
        assertTrue(near.same());
        assertFalse(floats(floats(0, 5.0002f, 10), floats(0, 5, 10)).same());
        assertEquals(new OutputCheck.Difference(0, 0, 1e-5, true), floats(floats(1, 2), floats(1, 2)));
    }

    @Test
    void wholeNumbersAreEqualOrWrong() {
        byte[] there = {1, -1, 0};
        byte[] here = {1, -2, 0};
        assertFalse(OutputComparison.of("int8", there, here, 1).same());
        assertEquals(1, OutputComparison.of("uint8", there, here, 1).max());
        assertTrue(OutputComparison.of("int8", here, here, 0).same());
        assertEquals(
                255,
                OutputComparison.of("uint8", new byte[] {-1}, new byte[] {0}, 0).max());
    }

    @Test
    void notANumberIsEqualOnlyToItself() {
        assertTrue(floats(floats(Float.NaN, 1, 2), floats(Float.NaN, 1, 2)).same());
        assertFalse(floats(floats(Float.NaN, 1, 2), floats(0, 1, 2)).same());
        assertFalse(floats(floats(0, 1, 2), floats(Float.NaN, 1, 2)).same());
    }

    @Test
    void constantOutputsAndOtherLengthsAreCompared() {
        assertFalse(floats(floats(1.5f, 1.5f), floats(1, 1)).same());
        assertFalse(floats(floats(1), floats(1, 1)).same());
    }
}

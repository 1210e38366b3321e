package dev.fathom.export.tflite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {
    /** Bits as numpy.float16 has them. */
    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3c00",
        "-2.5, c100",
        "0.1, 2e66",
        "3.14159265, 4248",
        "65504, 7bff",
        "1e9, 7bff",
        "-1e9, fbff",
        "6.103515625e-05, 0400",
        "6.0975552e-05, 03ff",
        "5.9604645e-08, 0001",
        "2.9802322e-08, 0000",
        "1e-9, 0000",
        "1.9990234375, 3fff",
        "1.99951171875, 4000",
        "1.9999, 4000",
        "1.00048828125, 3c00",
        "1.00146484375, 3c02",
        "NaN, 7e00"
    })
    void isRoundedToTheNearest(float value, String bits) {
        assertEquals(bits, String.format("%04x", HalfFloat.bits(value)));
    }
}

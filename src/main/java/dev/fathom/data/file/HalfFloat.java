package dev.fathom.data.file;

/** IEEE 754 numbers of sixteen bits, as NumPy's float16. */
final class HalfFloat {
    private static final int MANTISSA_BITS = 10;
    private static final int MANTISSA = (1 << MANTISSA_BITS) - 1;
    private static final int EXPONENT = 0x1f;
    /** Exponent of the last place of numbers below the smallest normal one. */
    private static final int LEAST_PLACE = -24;

    private HalfFloat() {}

    static float toFloat(short bits) {
        int exponent = bits >> MANTISSA_BITS & EXPONENT;
        int mantissa = bits & MANTISSA;
        float size;
        if (exponent == EXPONENT) {
            size = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else if (exponent == 0) {
            size = Math.scalb((float) mantissa, LEAST_PLACE);
        } else {
            size = Math.scalb((float) (mantissa | 1 << MANTISSA_BITS), exponent - 1 + LEAST_PLACE);
        }
        return bits < 0 ? -size : size;
    }
}

package dev.fathom.export.tflite;

/** IEEE 754 numbers of sixteen bits. */
final class HalfFloat {
    private static final float LARGEST = 65504f;
    private static final int MANTISSA = 10;
    /** Exponent of the smallest normal number. */
    private static final int LEAST_EXPONENT = -14;

    private HalfFloat() {}

    /** The nearest number, of two equally near the even one; what is too large becomes the largest. */
    static short bits(float value) {
        if (Float.isNaN(value)) {
            return 0x7e00;
        }
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        float size = Math.min(Math.abs(value), LARGEST);
        int exponent = Math.max(Math.getExponent(size), LEAST_EXPONENT);
        // In steps of the last place; a full mantissa carries into the exponent by itself.
        int steps = (int) Math.rint(Math.scalb((double) size, MANTISSA - exponent));
        return (short) (sign | (exponent - LEAST_EXPONENT << MANTISSA) + steps);
    }
}

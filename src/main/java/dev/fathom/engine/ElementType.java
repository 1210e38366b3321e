package dev.fathom.engine;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Element types of safetensors files that can be read, all into float32. */
enum ElementType {
    F32(4) {
        @Override
        float next(ByteBuffer in) {
            return in.getFloat();
        }
    },
    F16(2) {
        @Override
        float next(ByteBuffer in) {
            return half(in.getShort());
        }
    },
    BF16(2) {
        @Override
        float next(ByteBuffer in) {
            return Float.intBitsToFloat(in.getShort() << 16);
        }
    },
    F64(8) {
        @Override
        float next(ByteBuffer in) {
            return (float) in.getDouble();
        }
    },
    I64(8) {
        @Override
        float next(ByteBuffer in) {
            return in.getLong();
        }
    };

    private static final int HALF_MANTISSA_BITS = 10;
    private static final int HALF_EXPONENT_MASK = 0x1f;

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    /** Reads one element of a little-endian buffer. */
    abstract float next(ByteBuffer in);

    static Optional<ElementType> named(String name) {
        return Arrays.stream(values()).filter(t -> t.name().equals(name)).findFirst();
    }

    private static float half(short bits) {
        int exponent = bits >> HALF_MANTISSA_BITS & HALF_EXPONENT_MASK;
        int mantissa = bits & (1 << HALF_MANTISSA_BITS) - 1;
        float magnitude;
        if (exponent == 0) {
            magnitude = Math.scalb((float) mantissa, -24);
        } else if (exponent == HALF_EXPONENT_MASK) {
            magnitude = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Math.scalb((float) (mantissa | 1 << HALF_MANTISSA_BITS), exponent - 25);
        }
        return bits < 0 ? -magnitude : magnitude;
    }
}

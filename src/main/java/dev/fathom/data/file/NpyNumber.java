package dev.fathom.data.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The types of number that are read from {@code .npy} files, by NumPy's names. */
enum NpyNumber {
    B1(1, SampleType.UINT8),
    U1(1, SampleType.UINT8),
    U2(2, SampleType.UINT16),
    U4(4, SampleType.INTEGER),
    U8(8, SampleType.INTEGER),
    I1(1, SampleType.INTEGER),
    I2(2, SampleType.INTEGER),
    I4(4, SampleType.INTEGER),
    I8(8, SampleType.INTEGER),
    F2(2, SampleType.FLOAT),
    F4(4, SampleType.FLOAT),
    F8(8, SampleType.FLOAT);

    private final int bytes;
    private final SampleType sampleType;

    NpyNumber(int bytes, SampleType sampleType) {
        this.bytes = bytes;
        this.sampleType = sampleType;
    }

    /** By NumPy's name without the byte order, such as {@code f4}. */
    static Optional<NpyNumber> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    int bytes() {
        return bytes;
    }

    SampleType sampleType() {
        return sampleType;
    }

    /** The number at an index, in the buffer's byte order. */
    float at(ByteBuffer numbers, int index) {
        int offset = index * bytes;
        return switch (this) {
            case B1, U1 -> numbers.get(offset) & 0xff;
            case I1 -> numbers.get(offset);
            case U2 -> numbers.getShort(offset) & 0xffff;
            case I2 -> numbers.getShort(offset);
            case U4 -> Integer.toUnsignedLong(numbers.getInt(offset));
            case I4 -> numbers.getInt(offset);
            case U8, I8 -> numbers.getLong(offset);
            case F2 -> HalfFloat.toFloat(numbers.getShort(offset));
            case F4 -> numbers.getFloat(offset);
            case F8 -> (float) numbers.getDouble(offset);
        };
    }
}

package dev.fathom.data.file;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A piece of a MATLAB file of version 5: what it is, and its bytes.
 *
 * @param type MATLAB's number for the kind of data, such as 9 for doubles
 */
record MatElement(int type, ByteBuffer data) {
    private static final int ALIGNMENT = 8;
    private static final int COMPRESSED = 15;
    private static final int SMALL_DATA = 4;

    /**
     * The element at the buffer's position, which is moved behind it.
     *
     * @throws BufferUnderflowException if it is cut short
     */
    static MatElement next(ByteBuffer from) {
        int type = from.getInt();
        int bytes = type >>> Short.SIZE;
        int reserved = SMALL_DATA;
        if (bytes == 0) {
            bytes = from.getInt();
            reserved = type == COMPRESSED ? bytes : bytes + Math.floorMod(-bytes, ALIGNMENT);
        }
        if (bytes < 0 || bytes > from.remaining()) {
            throw new BufferUnderflowException();
        }
        ByteBuffer data = from.slice(from.position(), bytes).order(from.order());
        from.position(Math.min(from.limit(), from.position() + reserved));
        return new MatElement(type & 0xffff, data);
    }

    /** @throws IllegalArgumentException if these are no numbers */
    double[] numbers() {
        double[] numbers = new double[data.remaining() / width()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    private int width() {
        return switch (type) {
            case 1, 2 -> Byte.BYTES;
            case 3, 4 -> Short.BYTES;
            case 5, 6, 7 -> Integer.BYTES;
            case 9, 12, 13 -> Long.BYTES;
            default -> throw new IllegalArgumentException("numbers of type " + type);
        };
    }

    private double number() {
        return switch (type) {
            case 1 -> data.get();
            case 2 -> data.get() & 0xff;
            case 3 -> data.getShort();
            case 4 -> data.getShort() & 0xffff;
            case 5 -> data.getInt();
            case 6 -> Integer.toUnsignedLong(data.getInt());
            case 7 -> data.getFloat();
            case 9 -> data.getDouble();
            default -> data.getLong();
        };
    }
}

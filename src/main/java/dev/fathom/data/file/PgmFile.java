package dev.fathom.data.file;

import dev.fathom.core.UserException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Portable gray maps, binary ({@code P5}) and as text ({@code P2}), of 8 or 16 bits; two bytes are big-endian. */
public final class PgmFile {
    private static final int MAX_BYTE = 0xff;
    private static final int MAX_SHORT = 0xffff;

    private PgmFile() {}

    /** Whether a file's content begins as these files do. */
    public static boolean is(FileBytes file) {
        return isBinary(file) || isText(file);
    }

    private static boolean isBinary(FileBytes file) {
        return file.startsWith((byte) 'P', (byte) '5');
    }

    private static boolean isText(FileBytes file) {
        return file.startsWith((byte) 'P', (byte) '2');
    }

    /** @throws UserException if the file is missing, damaged or no PGM file */
    public static Plane read(Path path) {
        return decode(FileBytes.read(path));
    }

    /** @throws UserException as {@link #read} */
    public static Plane decode(FileBytes file) {
        if (!is(file)) {
            throw new UserException(
                    file.path() + " is not a PGM file", "Save the depth as a PGM file of 16 bits, or remove the file");
        }
        TextHeader header = new TextHeader(file, 2);
        int width = header.number();
        int height = header.number();
        int largest = header.number();
        file.requirePixels(width, height);
        if (largest <= 0 || largest > MAX_SHORT) {
            throw file.damaged(null);
        }
        float[] values = isText(file)
                ? textValues(file, header, width * height)
                : binaryValues(file, header.position() + 1, width * height, largest > MAX_BYTE);
        return new Plane(width, height, values, largest > MAX_BYTE ? SampleType.UINT16 : SampleType.UINT8);
    }

    private static float[] textValues(FileBytes file, TextHeader text, int pixels) {
        // Each number but the last takes at least a digit and a space.
        file.requireBytes(text.position(), 2L * pixels);
        float[] values = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            values[i] = text.number();
        }
        return values;
    }

    private static float[] binaryValues(FileBytes file, int start, int pixels, boolean twoBytes) {
        file.requireBytes(start, (long) pixels * (twoBytes ? Short.BYTES : Byte.BYTES));
        ByteBuffer samples = ByteBuffer.wrap(file.bytes()).position(start);
        float[] values = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            values[i] = twoBytes ? samples.getShort() & MAX_SHORT : samples.get() & MAX_BYTE;
        }
        return values;
    }
}

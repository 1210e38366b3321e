package dev.fathom.data.file;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.DepthMap;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * NumPy's {@code .npy} files, versions 1 to 3, with one number a pixel: (H, W), or with further dimensions of size 1
 * before or after. Format: numpy.lib.format.
 */
public final class NpyFile {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int FIRST_LENGTH = 8;
    private static final int ALIGNMENT = 64;

    private NpyFile() {}

    /** Whether a file's content begins as these files do. */
    public static boolean is(FileBytes file) {
        return file.startsWith(MAGIC);
    }

    /** @throws UserException if the file is missing, damaged, no .npy file or not one value a pixel */
    public static Plane read(Path path) {
        return decode(FileBytes.read(path));
    }

    /** @throws UserException as {@link #read} */
    public static Plane decode(FileBytes file) {
        if (!is(file)) {
            throw new UserException(
                    file.path() + " is not a NumPy file", "Save the array with numpy.save, or remove the file");
        }
        ByteBuffer data = ByteBuffer.wrap(file.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        NpyHeader header = NpyHeader.parse(file.path(), headerText(file, data));
        file.requirePixels(header.width(), header.height());
        int pixels = header.width() * header.height();
        file.requireBytes(data.position(), (long) pixels * header.number().bytes());
        ByteBuffer numbers = data.slice().order(header.order());
        float[] values = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            values[i] = header.number().at(numbers, i);
        }
        SampleType type = header.number().sampleType();
        return header.columnMajor()
                ? new Plane(header.height(), header.width(), values, type).transposed()
                : new Plane(header.width(), header.height(), values, type);
    }

    /** The text between magic and numbers; leaves the position at the first number. */
    private static String headerText(FileBytes file, ByteBuffer data) {
        boolean longLength = file.bytes().length > MAGIC.length && file.bytes()[MAGIC.length] >= 2;
        int start = FIRST_LENGTH + (longLength ? Integer.BYTES : Short.BYTES);
        if (file.bytes().length < start) {
            throw file.damaged(null);
        }
        long length = longLength
                ? Integer.toUnsignedLong(data.getInt(FIRST_LENGTH))
                : Short.toUnsignedInt(data.getShort(FIRST_LENGTH));
        if (length > file.bytes().length - start) {
            throw file.damaged(null);
        }
        data.position(start + (int) length);
        return new String(file.bytes(), start, (int) length, StandardCharsets.UTF_8);
    }

    /** Writes metres as 32-bit floats of shape (H, W); pixels that are not valid become 0. */
    public static void write(Path path, DepthMap depth) throws IOException {
        String dictionary =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (" + depth.height() + ", " + depth.width() + "), }";
        int used = FIRST_LENGTH + Short.BYTES + dictionary.length() + 1;
        String text = dictionary + " ".repeat(Math.floorMod(-used, ALIGNMENT)) + "\n";
        ByteBuffer head = ByteBuffer.allocate(FIRST_LENGTH + Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length());
        AtomicFiles.write(path, out -> {
            out.write(head.array());
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            for (int y = 0; y < depth.height(); y++) {
                out.write(LittleFloats.row(depth, y));
            }
        });
    }
}

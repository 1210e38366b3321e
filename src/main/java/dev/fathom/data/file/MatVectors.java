package dev.fathom.data.file;

import dev.fathom.core.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/**
 * Arrays of numbers in MATLAB files of version 5 to 7.2, plain or compressed; cells, structures and text are left out.
 * Source: MATLAB, MAT-File Format, "Level 5 MAT-File Format".
 */
public final class MatVectors {
    private static final int HEADER = 128;
    private static final int ENDIAN_MARK = 126;
    private static final int COMPRESSED = 15;
    private static final int MATRIX = 14;
    private static final int LARGEST = 1 << 26;
    private static final int FIRST_NUMBER_CLASS = 6;
    private static final int LAST_NUMBER_CLASS = 15;

    private final Map<String, double[]> arrays = new LinkedHashMap<>();

    private MatVectors() {}

    /**
     * The arrays by name, first dimension fastest.
     *
     * @throws UserException if the file is missing, damaged or no such file
     */
    public static Map<String, double[]> read(Path path) {
        FileBytes file = FileBytes.read(path);
        if (!file.startsWith("MATLAB 5.0".getBytes(StandardCharsets.US_ASCII)) || file.bytes().length < HEADER) {
            throw new UserException(
                    path + " is no MATLAB file of version 5 to 7.2", "Save it in MATLAB with save(..., '-v7')");
        }
        boolean little = file.bytes()[ENDIAN_MARK] == 'I';
        ByteBuffer data = ByteBuffer.wrap(file.bytes())
                .position(HEADER)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        MatVectors found = new MatVectors();
        try {
            while (data.hasRemaining()) {
                found.add(MatElement.next(data));
            }
        } catch (IOException | BufferUnderflowException | IllegalArgumentException e) {
            throw file.damaged(e);
        }
        return found.arrays;
    }

    private void add(MatElement element) throws IOException {
        if (element.type() == COMPRESSED) {
            byte[] packed = new byte[element.data().remaining()];
            element.data().get(packed);
            try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                ByteBuffer plain = ByteBuffer.wrap(in.readNBytes(LARGEST));
                add(MatElement.next(plain.order(element.data().order())));
            }
        } else if (element.type() == MATRIX) {
            addMatrix(element.data());
        }
    }

    private void addMatrix(ByteBuffer matrix) {
        int arrayClass = MatElement.next(matrix).data().getInt() & 0xff;
        if (arrayClass < FIRST_NUMBER_CLASS || arrayClass > LAST_NUMBER_CLASS) {
            return;
        }
        MatElement.next(matrix); // the size, which a list does not need
        ByteBuffer name = MatElement.next(matrix).data();
        byte[] letters = new byte[name.remaining()];
        name.get(letters);
        arrays.put(
                new String(letters, StandardCharsets.US_ASCII),
                MatElement.next(matrix).numbers());
    }
}

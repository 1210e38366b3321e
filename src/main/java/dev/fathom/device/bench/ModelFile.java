package dev.fathom.device.bench;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether a file is a whole TFLite model, as far as its outline tells: the root of the flatbuffer and the weights must lie
 * inside. It finds what was cut off or is something else before it is uploaded; the runtime checks the rest.
 */
final class ModelFile {
    private static final int IDENTIFIER = 'T' | 'F' << 8 | 'L' << 16 | '3' << 24;
    private static final int SMALLEST = 16;

    /** Fields of the root table by their slots in its vtable, see TensorFlow's schema.fbs. */
    private static final int SUBGRAPHS = 8;

    private static final int BUFFERS = 12;

    /** The field of a table of buffers that holds bytes. */
    private static final int DATA = 4;

    private final ByteBuffer bytes;

    private ModelFile(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** @throws UserException if it cannot be read, or is no model or not whole */
    static void require(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < SMALLEST || channel.size() > Integer.MAX_VALUE) {
                throw notAModel(file);
            }
            ByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, channel.size());
            ModelFile model = new ModelFile(mapped.order(ByteOrder.LITTLE_ENDIAN));
            if (mapped.getInt(Integer.BYTES) != IDENTIFIER) {
                throw notAModel(file);
            }
            if (!model.isWhole()) {
                throw new UserException(
                        file + " is a TFLite model that is damaged or cut off", "Copy or export the file again");
            }
        } catch (IOException e) {
            throw new UserException("Cannot read " + file + ": " + e.getMessage(), "Check the file's rights", e);
        }
    }

    private static UserException notAModel(Path file) {
        return new UserException(file + " is not a TFLite model", "Give a .tflite file, as \"fathom export\" makes it");
    }

    private boolean isWhole() {
        try {
            int root = bytes.getInt(0);
            int graphs = vector(root, SUBGRAPHS);
            int buffers = vector(root, BUFFERS);
            if (graphs == 0 || buffers == 0 || bytes.getInt(graphs) < 1) {
                return false;
            }
            int count = bytes.getInt(buffers);
            for (int i = 1; i <= count; i++) {
                int at = buffers + i * Integer.BYTES;
                requireInside(vector(at + bytes.getInt(at), DATA));
            }
            return true;
        } catch (IndexOutOfBoundsException e) {
            // An offset leads out of the file.
            return false;
        }
    }

    /** Where the vector in a table's field begins, with its length; 0 if the field is not there. */
    private int vector(int table, int slot) {
        int vtable = table - bytes.getInt(table);
        int field = slot < bytes.getShort(vtable) ? bytes.getShort(vtable + slot) : 0;
        return field == 0 ? 0 : table + field + bytes.getInt(table + field);
    }

    private void requireInside(int vector) {
        if (vector != 0) {
            int length = bytes.getInt(vector);
            if (length < 0 || (long) vector + Integer.BYTES + length > bytes.capacity()) {
                throw new IndexOutOfBoundsException(vector);
            }
        }
    }
}

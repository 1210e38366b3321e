package dev.fathom.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Appends scalars to a TensorBoard event file: TFRecord frames (length, its checksum, data, its checksum) that hold
 * {@code Event} protocol buffers.
 */
final class TensorBoardFile implements AutoCloseable {
    private static final int CHECKSUM_ROTATION = 15;
    private static final int CHECKSUM_OFFSET = 0xa282ead8;

    // Protocol buffer keys: field number * 8 + wire type (0 varint, 1 eight bytes, 2 length and bytes, 5 four bytes).
    private static final int EVENT_WALL_TIME = 1 << 3 | 1;
    private static final int EVENT_STEP = 2 << 3;
    private static final int EVENT_FILE_VERSION = 3 << 3 | 2;
    private static final int EVENT_SUMMARY = 5 << 3 | 2;
    private static final int SUMMARY_VALUE = 1 << 3 | 2;
    private static final int VALUE_TAG = 1 << 3 | 2;
    private static final int VALUE_SIMPLE = 2 << 3 | 5;

    private final OutputStream out;

    /** Begins a new file. */
    TensorBoardFile(Path file, double wallTime) throws IOException {
        this.out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Message event = new Message().eightBytes(EVENT_WALL_TIME, wallTime);
        record(event.bytes(EVENT_FILE_VERSION, "brain.Event:2".getBytes(StandardCharsets.US_ASCII)));
    }

    /** Adds one point of the curve {@code tag}. */
    void scalar(String tag, double value, long step, double wallTime) throws IOException {
        Message point = new Message()
                .bytes(VALUE_TAG, tag.getBytes(StandardCharsets.UTF_8))
                .fourBytes(VALUE_SIMPLE, (float) value);
        Message summary = new Message().bytes(SUMMARY_VALUE, point.content());
        record(new Message()
                .eightBytes(EVENT_WALL_TIME, wallTime)
                .number(EVENT_STEP, step)
                .bytes(EVENT_SUMMARY, summary.content()));
    }

    private void record(Message event) throws IOException {
        byte[] data = event.content();
        byte[] length = little(Long.BYTES).putLong(data.length).array();
        out.write(length);
        out.write(little(Integer.BYTES).putInt(checksum(length)).array());
        out.write(data);
        out.write(little(Integer.BYTES).putInt(checksum(data)).array());
        out.flush();
    }

    private static int checksum(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        return Integer.rotateRight((int) crc.getValue(), CHECKSUM_ROTATION) + CHECKSUM_OFFSET;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** A protocol buffer in the making. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        byte[] content() {
            return bytes.toByteArray();
        }

        Message number(int key, long value) {
            bytes.write(key);
            varint(value);
            return this;
        }

        Message eightBytes(int key, double value) {
            bytes.write(key);
            bytes.writeBytes(little(Double.BYTES).putDouble(value).array());
            return this;
        }

        Message fourBytes(int key, float value) {
            bytes.write(key);
            bytes.writeBytes(little(Float.BYTES).putFloat(value).array());
            return this;
        }

        Message bytes(int key, byte[] value) {
            bytes.write(key);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                bytes.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}

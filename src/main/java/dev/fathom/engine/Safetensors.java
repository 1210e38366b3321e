package dev.fathom.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fathom.core.AtomicFiles;
import dev.fathom.core.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The safetensors format: an 8-byte little-endian header length, a JSON header, the tensors. Data without code, so a
 * file from elsewhere can be opened; nothing is allocated before the header has been checked against the file's size.
 */
final class Safetensors {
    private static final int LENGTH_BYTES = Long.BYTES;
    private static final long MAX_HEADER = 100_000_000;
    private static final int CHUNK = 1 << 20;
    private static final String COUNTER = "num_batches_tracked";

    private Safetensors() {}

    /** The tensors whose names are wanted; the others take no memory. */
    static Weights read(Path file, Predicate<String> wanted) throws IOException {
        return opened(file, (channel, header, dataStart) -> {
            Map<String, WeightTensor> tensors = new LinkedHashMap<>();
            ByteBuffer chunk = littleEndian(CHUNK);
            for (SafetensorsHeader.Entry entry : header.entries()) {
                if (!isCounter(entry) && wanted.test(entry.name())) {
                    tensors.put(entry.name(), tensor(channel.position(dataStart + entry.begin()), entry, chunk));
                }
            }
            return new Weights(file.getFileName().toString(), tensors, header.metadata());
        });
    }

    /** Name to shape, from the header alone. */
    static Map<String, List<Integer>> shapes(Path file) throws IOException {
        return opened(file, (channel, header, dataStart) -> {
            Map<String, List<Integer>> shapes = new LinkedHashMap<>();
            for (SafetensorsHeader.Entry entry : header.entries()) {
                if (!isCounter(entry)) {
                    shapes.put(entry.name(), entry.dims());
                }
            }
            return shapes;
        });
    }

    /** PyTorch counts batches in an integer buffer of every batch norm; nothing reads it. */
    private static boolean isCounter(SafetensorsHeader.Entry entry) {
        return entry.name().endsWith(COUNTER);
    }

    /** What is done with an open file whose header has been checked. */
    private interface Reading<T> {
        T of(FileChannel channel, SafetensorsHeader header, long dataStart) throws IOException;
    }

    private static <T> T opened(Path file, Reading<T> reading) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (PickledFile.isOne(channel)) {
                throw PickledFile.refusal(file);
            }
            ByteBuffer header = header(channel);
            long dataStart = LENGTH_BYTES + header.limit();
            SafetensorsHeader parsed = SafetensorsHeader.parse(header.array(), channel.size() - dataStart);
            return reading.of(channel, parsed, dataStart);
        } catch (NoSuchFileException e) {
            throw new UserException("There is no file " + file, "Check the path", e);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    file + " cannot be read as safetensors: " + e.getMessage(),
                    "Download or convert it again; weights are saved by safetensors.torch.save_file(state_dict, path)",
                    e);
        }
    }

    private static ByteBuffer header(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < LENGTH_BYTES) {
            throw new IllegalArgumentException("it has only " + size + " bytes");
        }
        ByteBuffer start = littleEndian(LENGTH_BYTES);
        fill(channel, start);
        long length = start.getLong();
        if (length < 2 || length > MAX_HEADER || length > size - LENGTH_BYTES) {
            throw new IllegalArgumentException("its header is said to have " + Long.toUnsignedString(length)
                    + " of the file's " + size + " bytes");
        }
        ByteBuffer header = littleEndian((int) length);
        fill(channel, header);
        return header;
    }

    private static WeightTensor tensor(FileChannel channel, SafetensorsHeader.Entry entry, ByteBuffer chunk)
            throws IOException {
        float[] values = new float[entry.elements()];
        int done = 0;
        while (done < values.length) {
            int count = Math.min(values.length - done, CHUNK / entry.type().bytes());
            fill(channel, chunk.clear().limit(count * entry.type().bytes()));
            for (int i = 0; i < count; i++) {
                values[done + i] = entry.type().next(chunk);
            }
            done += count;
        }
        return new WeightTensor(entry.dims(), values);
    }

    /** Reads until the buffer is full and makes it ready to be read. */
    private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        buffer.flip();
    }

    static void write(Weights weights, Path file) throws IOException {
        byte[] header = headerOf(weights);
        AtomicFiles.write(file, out -> {
            out.write(littleEndian(LENGTH_BYTES).putLong(header.length).array());
            out.write(header);
            ByteBuffer chunk = littleEndian(CHUNK);
            for (WeightTensor tensor : weights.tensors().values()) {
                write(tensor.values(), chunk, out);
            }
        });
    }

    private static void write(float[] values, ByteBuffer chunk, OutputStream out) throws IOException {
        for (int done = 0; done < values.length; ) {
            int count = Math.min(values.length - done, CHUNK / Float.BYTES);
            chunk.asFloatBuffer().put(values, done, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
            done += count;
        }
    }

    /** Padded with spaces so that the tensors begin at a multiple of 8 bytes. */
    private static byte[] headerOf(Weights weights) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode root = json.createObjectNode();
        if (!weights.metadata().isEmpty()) {
            weights.metadata().forEach(root.putObject(SafetensorsHeader.METADATA)::put);
        }
        long position = 0;
        for (Map.Entry<String, WeightTensor> e : weights.tensors().entrySet()) {
            ObjectNode node = root.putObject(e.getKey()).put("dtype", ElementType.F32.name());
            e.getValue().dims().forEach(node.withArray("shape")::add);
            long end = position + (long) e.getValue().values().length * Float.BYTES;
            node.putArray("data_offsets").add(position).add(end);
            position = end;
        }
        byte[] text = json.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, (text.length + LENGTH_BYTES - 1) / LENGTH_BYTES * LENGTH_BYTES);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}

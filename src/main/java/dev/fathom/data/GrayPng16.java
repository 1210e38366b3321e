package dev.fathom.data;

import dev.fathom.data.codec.LibDeflate;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;

/**
 * Decodes PNG files of 16-bit gray without interlacing, the form that nearly all depth has, several times as fast as the
 * JDK's reader, which makes a picture of it. Everything unusual is left to that reader.
 *
 * <p>Source: PNG Specification (third edition), section 5 (chunks).
 */
final class GrayPng16 {
    private static final int SIGNATURE_BYTES = 8;
    private static final int CHUNK_EXTRA = 12;
    private static final int HEADER = chunk("IHDR");
    private static final int DATA = chunk("IDAT");
    private static final int BYTES = 2;

    private final ByteBuffer file;
    private final int width;
    private final int height;

    private GrayPng16(ByteBuffer file, int width, int height) {
        this.file = file;
        this.width = width;
        this.height = height;
    }

    private static int chunk(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    /**
     * Decodes the bytes of a file.
     *
     * @param library inflates in place of zlib if it is there
     * @return nothing if the file is of another form, is cut short or damaged, or is larger than {@code maxPixels}
     */
    static Optional<DepthRaster> decode(
            byte[] bytes, double unitsPerMetre, long maxPixels, Optional<LibDeflate> library) {
        ByteBuffer file = ByteBuffer.wrap(bytes);
        if (bytes.length < SIGNATURE_BYTES + CHUNK_EXTRA + 13 || file.getInt(SIGNATURE_BYTES + 4) != HEADER) {
            return Optional.empty();
        }
        int at = SIGNATURE_BYTES + 8;
        int width = file.getInt(at);
        int height = file.getInt(at + 4);
        // 16 bits of gray; compression, filter method and interlacing 0.
        boolean usual = file.getInt(at + 8) == 0x10000000 && file.get(at + 12) == 0;
        if (!usual || width <= 0 || height <= 0 || (long) width * height > maxPixels) {
            return Optional.empty();
        }
        return new GrayPng16(file, width, height)
                .samples(library)
                .map(raw -> new DepthRaster(width, height, raw, unitsPerMetre));
    }

    private Optional<short[]> samples(Optional<LibDeflate> library) {
        Optional<ByteBuffer> inflated = library.flatMap(fast -> fast.inflate(dataChunks(), (long) height * rowBytes()));
        return inflated.isPresent() ? samples(inflated.get()::get) : streamed();
    }

    /** Fills an array with the next bytes of the rows. */
    private interface Rows {
        void next(byte[] row) throws DataFormatException;
    }

    private Optional<short[]> streamed() {
        try (ChunkInflater rows = new ChunkInflater(dataChunks())) {
            return samples(rows::fill);
        }
    }

    private Optional<short[]> samples(Rows rows) {
        short[] samples = new short[width * height];
        byte[] row = new byte[rowBytes()];
        try {
            rows.next(row);
            boolean good = Unfilter16.undo(row, new short[width], 0, samples, 0, width);
            for (int y = 1; good && y < height; y++) {
                rows.next(row);
                good = Unfilter16.undo(row, samples, (y - 1) * width, samples, y * width, width);
            }
            return good ? Optional.of(samples) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** The filter and the samples. */
    private int rowBytes() {
        return 1 + width * BYTES;
    }

    /** The parts of the stream, as far as the file has whole chunks. */
    private List<ByteBuffer> dataChunks() {
        List<ByteBuffer> parts = new ArrayList<>();
        int at = SIGNATURE_BYTES;
        while (at + CHUNK_EXTRA <= file.capacity()) {
            int length = file.getInt(at);
            if (length < 0 || length > file.capacity() - at - CHUNK_EXTRA) {
                break;
            }
            if (file.getInt(at + 4) == DATA) {
                parts.add(file.slice(at + 8, length));
            }
            at += CHUNK_EXTRA + length;
        }
        return parts;
    }
}

package dev.fathom.data;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates a zlib stream that comes in parts with the JDK's zlib, as far as it is asked to. */
final class ChunkInflater implements AutoCloseable {
    private final Iterator<ByteBuffer> parts;
    private final Inflater inflater = new Inflater();

    ChunkInflater(List<ByteBuffer> parts) {
        this.parts = parts.iterator();
    }

    /**
     * Fills an array with the next bytes.
     *
     * @throws DataFormatException if the stream is damaged or has no more bytes
     */
    void fill(byte[] out) throws DataFormatException {
        int filled = 0;
        while (filled < out.length) {
            int got = inflater.inflate(out, filled, out.length - filled);
            filled += got;
            if (got == 0) {
                if (!inflater.needsInput() || !parts.hasNext()) {
                    throw new DataFormatException("the stream ends early");
                }
                inflater.setInput(parts.next());
            }
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}

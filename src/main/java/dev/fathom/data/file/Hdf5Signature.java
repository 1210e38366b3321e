package dev.fathom.data.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The eight bytes by which HDF5 files are known, at the start or, in MATLAB's files, behind 512 bytes of text. */
public final class Hdf5Signature {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final int MATLAB_BLOCK = 512;

    private Hdf5Signature() {}

    /** @throws dev.fathom.core.UserException if the file cannot be read */
    public static boolean in(Path path) {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            return at(channel, 0) || at(channel, MATLAB_BLOCK);
        } catch (IOException e) {
            throw FileSentences.unreadable(path, e);
        }
    }

    private static boolean at(SeekableByteChannel channel, long position) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SIGNATURE.length);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // Reads may be short.
        }
        return Arrays.equals(bytes.array(), SIGNATURE);
    }
}

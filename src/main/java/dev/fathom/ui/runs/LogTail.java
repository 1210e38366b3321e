package dev.fathom.ui.runs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The end of a text file that another process writes. */
final class LogTail {
    private static final int KEPT_BYTES = 48 * 1024;

    private final Path file;
    private long knownSize = -1;

    LogTail(Path file) {
        this.file = file;
    }

    /** The last whole lines, or empty if the file has not changed in size since the last call. */
    Optional<String> poll() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            if (size == knownSize) {
                return Optional.empty();
            }
            knownSize = size;
            long from = Math.max(0, size - KEPT_BYTES);
            ByteBuffer buffer = ByteBuffer.allocate((int) (size - from));
            channel.position(from);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
            return Optional.of(from == 0 ? text : text.substring(text.indexOf('\n') + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}

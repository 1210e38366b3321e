package dev.fathom.hub;

import dev.fathom.core.AtomicFiles;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The beginning of a file that is being downloaded ({@code NAME.part}), and the tag of the bytes it belongs to ({@code
 * NAME.etag}). Locked while it is open, so that two downloads never write into one another.
 */
final class PartFile implements AutoCloseable {
    private static final long MARGIN = 16L << 20;

    private final Path target;
    private final Path part;
    private final Path tag;
    private final FileChannel channel;
    private long size;

    private PartFile(Path target, FileChannel channel, long size) {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.tag = target.resolveSibling(target.getFileName() + ".etag");
        this.channel = channel;
        this.size = size;
    }

    /** @throws UserException if another download of the file is running */
    static PartFile open(Path target) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(
                target.resolveSibling(target.getFileName() + ".part"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new UserException(target + " is being downloaded by another process", "Wait until it is there");
        }
        channel.position(channel.size());
        return new PartFile(target, channel, channel.size());
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return part;
    }

    long size() {
        return size;
    }

    /** Tag of the bytes that are there, if the server gave one. */
    Optional<String> validator() throws IOException {
        return Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
    }

    /** Forgets what is there, for a file with another tag. */
    void restart(Optional<String> newTag) throws IOException {
        channel.truncate(0);
        size = 0;
        Files.deleteIfExists(tag);
        if (newTag.isPresent()) {
            AtomicFiles.writeString(tag, newTag.get());
        }
    }

    /** @throws UserException if {@code bytes} more do not fit on the disk */
    void requireRoom(long bytes) throws IOException {
        long free = Files.getFileStore(part).getUsableSpace();
        if (bytes + MARGIN > free) {
            throw full(bytes + " bytes are needed and " + free + " are free", null);
        }
    }

    private UserException full(String detail, IOException cause) {
        return new UserException(
                "The disk of " + target.getParent() + " is too full: " + detail,
                "Make room, or choose another cache folder by FATHOM_CACHE",
                cause);
    }

    void append(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            if (Files.getFileStore(part).getUsableSpace() < MARGIN) {
                throw full(e.getMessage(), e);
            }
            throw e;
        }
        size += count;
    }

    /** Makes it the target, as a whole. */
    void finish() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(tag);
    }

    /** Removes what cannot be used. */
    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
        Files.deleteIfExists(tag);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

package dev.fathom.run;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two processes from doing the same work. The system releases it when the process dies. */
public final class FileLock implements AutoCloseable {
    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The right to train a run. */
    public static FileLock acquire(RunFolder run) throws IOException {
        return acquire(
                run.path().resolve("run.lock"),
                "The run " + run.id() + " is being trained by another process",
                "Wait until it has ended, or stop it first");
    }

    /** @throws UserException with these words if another process has the file */
    public static FileLock acquire(Path file, String taken, String remedy) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new UserException(taken, remedy);
        }
        return new FileLock(channel);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this very process has it.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

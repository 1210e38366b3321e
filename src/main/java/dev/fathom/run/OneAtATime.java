package dev.fathom.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets changes of the same thing wait for one another, in all threads and all processes. */
final class OneAtATime {
    /** The lock on a file is the process's, so its threads need one of their own. */
    private static final Map<Path, Object> THREADS = new ConcurrentHashMap<>();

    private OneAtATime() {}

    /** What nobody else may do meanwhile. */
    @FunctionalInterface
    interface Change {
        void make() throws IOException;
    }

    /**
     * Makes a change when it is its turn.
     *
     * @param lock file that stands for the thing; made if it is not there, never removed
     */
    static void make(Path lock, Change change) throws IOException {
        synchronized (THREADS.computeIfAbsent(real(lock), file -> new Object())) {
            try (Closeable held = hold(lock)) {
                change.make();
            }
        }
    }

    private static Path real(Path lock) throws IOException {
        Path folder = lock.toAbsolutePath().getParent();
        return (Files.exists(folder) ? folder.toRealPath() : folder).resolve(lock.getFileName());
    }

    /**
     * Where no lock can be had, the change goes on without: some network disks have none, and whoever may not write into
     * the folder is told so by the change itself.
     */
    private static Closeable hold(Path lock) {
        try {
            return locked(FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            return () -> {};
        }
    }

    private static FileChannel locked(FileChannel channel) throws IOException {
        try {
            channel.lock();
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}

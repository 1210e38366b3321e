package dev.fathom.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Contents of small files that are asked for again and again: a file is read anew only when its time, size or identity
 * has changed. For files that are replaced as a whole, as {@link dev.fathom.core.AtomicFiles} does. Safe for several
 * threads.
 *
 * @param <T> what a file is read into; must be immutable
 */
public final class ReadOnce<T> {
    private static final int KEPT = 20_000;

    private final Function<Path, T> reader;
    private final Map<Path, Known<T>> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Known<T>> eldest) {
            return size() > KEPT;
        }
    };

    private record Known<T>(FileTime time, long bytes, Object key, T content) {
        boolean is(BasicFileAttributes now) {
            return time.equals(now.lastModifiedTime())
                    && bytes == now.size()
                    && (key == null || key.equals(now.fileKey()));
        }
    }

    /** @param reader what it throws is thrown by {@link #of} and not remembered */
    public ReadOnce(Function<Path, T> reader) {
        this.reader = reader;
    }

    /** The content of a file as it is now; a file that is not there is left to the reader to complain about. */
    public T of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Known<T> before = get(file);
            if (before != null && before.is(now)) {
                return before.content();
            }
            T content = reader.apply(file);
            put(file, new Known<>(now.lastModifiedTime(), now.size(), now.fileKey(), content));
            return content;
        } catch (NoSuchFileException e) {
            return reader.apply(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    private synchronized Known<T> get(Path file) {
        return known.get(file);
    }

    private synchronized void put(Path file, Known<T> content) {
        known.put(file, content);
    }
}

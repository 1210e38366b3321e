package dev.fathom.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is done to the folder of a {@link DiskCache} when it is opened; other programs may use it at the same time. */
final class CacheTidying {
    static final String ENDING = ".pair";
    static final String UNFINISHED = ".part";

    /** A full cache is cut to this part, the oldest first, so that stale entries go. */
    private static final double KEPT_OF_FULL = 0.5;

    private static final double FULL = 0.95;

    /** Writing an entry takes milliseconds: what is older was left by a program that was killed. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final List<Entry> entries = new ArrayList<>();

    private CacheTidying() {}

    private record Entry(Path file, long size, Instant time) {}

    /** @return bytes of the entries that are left */
    static long tidy(Path folder, long maxBytes) throws IOException {
        CacheTidying tidying = new CacheTidying();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                tidying.look(file);
            }
        }
        return tidying.shrink(maxBytes);
    }

    private void look(Path file) throws IOException {
        boolean whole = file.toString().endsWith(ENDING);
        if (!whole && !file.toString().endsWith(UNFINISHED)) {
            return;
        }
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            Instant time = found.lastModifiedTime().toInstant();
            if (whole) {
                entries.add(new Entry(file, found.size(), time));
            } else if (time.isBefore(Instant.now().minus(ABANDONED))) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Another program has finished or removed it since it was listed.
            return;
        }
    }

    private long shrink(long maxBytes) throws IOException {
        long sum = entries.stream().mapToLong(Entry::size).sum();
        if (sum <= FULL * maxBytes) {
            return sum;
        }
        entries.sort(Comparator.comparing(Entry::time));
        for (Entry entry : entries) {
            if (sum <= KEPT_OF_FULL * maxBytes) {
                break;
            }
            Files.deleteIfExists(entry.file);
            sum -= entry.size;
        }
        return sum;
    }
}

package dev.fathom.data.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small data set in a temporary folder, for measuring: 640x480 JPEG of quality 0.9 and 16-bit PNG. Gone after
 * {@link #close}.
 */
public record BenchPairs(Path folder) implements AutoCloseable {
    private static final StreetScenes.Counts COUNTS = new StreetScenes.Counts(3, 0, 0);
    private static final long SEED = 1;
    private static final int COPIES = 16;

    /** Makes them, which takes some seconds. */
    public static BenchPairs make() throws IOException {
        Path folder = Files.createTempDirectory("fathom-bench");
        StreetScenes.write(folder, COUNTS, SEED, (done, total) -> {});
        for (String kind : List.of("rgb", "depth")) {
            copy(folder.resolve("train").resolve(kind));
        }
        return new BenchPairs(folder);
    }

    /** Decoding takes as long for the same picture again, and making one takes longer than a thousand decodings. */
    private static void copy(Path folder) throws IOException {
        List<Path> made;
        try (Stream<Path> files = Files.list(folder)) {
            made = files.toList();
        }
        for (Path file : made) {
            for (int i = 1; i < COPIES; i++) {
                Files.copy(file, folder.resolve(i + "_" + file.getFileName()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

package dev.fathom.data.format;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The folders below a data set's, nearest first. Hidden ones count for nothing. */
final class FolderTree {
    /** Looking gives up after as many folders: what a data set is shows in its first ones. */
    private static final int LOOKED_AT = 300;

    private static final Set<String> FILE_ENDINGS =
            Set.of("png", "jpg", "jpeg", "npy", "pfm", "pgm", "tif", "tiff", "hdf5", "txt", "csv", "json", "pincam");

    private FolderTree() {}

    /**
     * The first folder that is wanted, for looking.
     *
     * @param depth how far below the root, 0 for the root alone
     */
    static Optional<Path> first(Path root, int depth, Predicate<Path> wanted) {
        return walk(root, depth, wanted, 1, LOOKED_AT).stream().findFirst();
    }

    /**
     * All folders that are wanted, sorted by path, without any below another.
     *
     * @param depth as for {@link #first}
     */
    static List<Path> all(Path root, int depth, Predicate<Path> wanted) {
        List<Path> found = walk(root, depth, wanted, Integer.MAX_VALUE, Integer.MAX_VALUE);
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private static List<Path> walk(Path root, int depth, Predicate<Path> wanted, int enough, int most) {
        List<Path> found = new ArrayList<>();
        Deque<Path> waiting = new ArrayDeque<>(List.of(root));
        for (int seen = 0; seen < most && !waiting.isEmpty() && found.size() < enough; seen++) {
            Path folder = waiting.removeFirst();
            if (wanted.test(folder)) {
                found.add(folder);
            } else if (folder.getNameCount() - root.getNameCount() < depth) {
                waiting.addAll(folders(folder));
            }
        }
        return found;
    }

    private static List<Path> folders(Path folder) {
        return list(folder, name -> !isFile(name)).stream()
                .filter(Files::isDirectory)
                .toList();
    }

    /** By the name alone, which spares a look at each of 100,000 pictures. */
    private static boolean isFile(String name) {
        return FILE_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * The entries of a folder whose names are wanted, sorted by name.
     *
     * @throws UserException if it cannot be listed
     */
    static List<Path> list(Path folder, Predicate<String> wanted) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".") && wanted.test(name)) {
                    found.add(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new UserException(
                    "The folder " + folder + " cannot be listed: " + e.getMessage(), "Check its permissions", e);
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }
}

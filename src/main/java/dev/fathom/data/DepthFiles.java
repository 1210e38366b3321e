package dev.fathom.data;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Files that hold one depth map each, told apart by their ending. */
public final class DepthFiles {
    /** Reads one kind of file. */
    @FunctionalInterface
    interface Decoder {
        StoredDepth read(Path file, double unitsPerMetre);
    }

    private static final Map<String, Decoder> BY_ENDING = new TreeMap<>(Map.of("png", DepthPng::readRaster));

    private DepthFiles() {}

    /** Endings of the files that can be read, in lower case without the dot. */
    public static Set<String> endings() {
        return BY_ENDING.keySet();
    }

    /** Whether a file's name has one of the endings. */
    public static boolean isDepth(String name) {
        return BY_ENDING.containsKey(ending(name));
    }

    /**
     * Reads a file.
     *
     * @param unitsPerMetre units of the stored values per metre
     * @throws UserException if the file is missing, damaged, or of no kind that can be read
     */
    public static StoredDepth read(Path file, double unitsPerMetre) {
        Decoder decoder = BY_ENDING.get(ending(file.getFileName().toString()));
        if (decoder == null) {
            throw new UserException(
                    file + " is not of a kind that holds depth",
                    "Save the depth as one of " + String.join(", ", endings()));
        }
        return decoder.read(file, unitsPerMetre);
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}

package dev.fathom.ui.base;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks for files and folders in the system's own dialog; tests answer themselves. Empty means cancelled. */
public interface FilePicker {
    /** @param start folder to begin in, or null */
    Optional<Path> folder(String title, Path start);

    /**
     * @param kind what the files are called, for example "Pictures"
     * @param patterns for example {@code *.png}
     */
    Optional<Path> open(String title, Path start, String kind, List<String> patterns);

    /** @param name proposed file name */
    Optional<Path> save(String title, Path start, String name);
}

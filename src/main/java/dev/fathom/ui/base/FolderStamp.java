package dev.fathom.ui.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names and times of a folder's files: equal stamps mean that nothing in it has to be read again. */
public record FolderStamp(Path folder, Map<String, FileTime> files) {
    /** As it is now; a folder that does not exist is an empty one. */
    public static FolderStamp of(Path folder) throws IOException {
        Map<String, FileTime> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.toList()) {
                    files.put(entry.getFileName().toString(), Files.getLastModifiedTime(entry));
                }
            }
        }
        return new FolderStamp(folder, files);
    }
}

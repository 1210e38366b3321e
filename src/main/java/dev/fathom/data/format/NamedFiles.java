package dev.fathom.data.format;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of a folder by the part of their names that tells which belong together.
 *
 * @param byKey names by key, sorted by key
 */
record NamedFiles(Path folder, Map<String, String> byKey) {
    /**
     * Lists a folder; one that does not exist has no files.
     *
     * @param pattern of whole names; its first group is the key
     * @throws dev.fathom.core.UserException if it cannot be listed
     */
    static NamedFiles in(Path folder, Pattern pattern) {
        Map<String, String> byKey = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            for (Path file : FolderTree.list(folder, name -> true)) {
                Matcher name = pattern.matcher(file.getFileName().toString());
                if (name.matches()) {
                    byKey.put(name.group(1), name.group());
                }
            }
        }
        return new NamedFiles(folder, byKey);
    }

    /** Whether a folder has such a file, without listing it all. */
    static boolean any(Path folder, Pattern pattern) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folder, file -> pattern.matcher(file.getFileName().toString()).matches())) {
            return entries.iterator().hasNext();
        } catch (IOException | DirectoryIteratorException e) {
            // Looking claims nothing about a folder that it cannot read.
            return false;
        }
    }
}

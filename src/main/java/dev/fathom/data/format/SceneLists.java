package dev.fathom.data.format;

import dev.fathom.core.TextFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Names of scenes to validate and to test on, one a line; the others are to train on. */
record SceneLists(Set<String> val, Set<String> test) {
    /**
     * Reads {@code PREFIXval.txt} and {@code PREFIXtest.txt} in a folder, where they exist.
     *
     * @throws dev.fathom.core.UserException if one cannot be read
     */
    static SceneLists read(Path folder, String prefix) {
        return new SceneLists(names(folder.resolve(prefix + "val.txt")), names(folder.resolve(prefix + "test.txt")));
    }

    Part part(String scene) {
        if (test.contains(scene)) {
            return Part.TEST;
        }
        return val.contains(scene) ? Part.VAL : Part.TRAIN;
    }

    private static Set<String> names(Path list) {
        Set<String> names = new HashSet<>();
        if (Files.exists(list)) {
            TextFiles.lines(list).forEach(line -> names.add(line.strip()));
        }
        return names;
    }
}

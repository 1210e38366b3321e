package dev.fathom.run;

import dev.fathom.core.TextFiles;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * YAML files that Fathom brings, reached by name.
 *
 * @param folder below {@code assets}; its file {@code index} names them in order
 * @param kind what one is called in messages
 */
public record BundledFiles(String folder, String kind) {
    /** Configurations of published recipes. */
    public static final BundledFiles PRESETS = new BundledFiles("presets", "preset");
    /** Tables of the papers and of this project. */
    public static final BundledFiles STUDIES = new BundledFiles("studies", "study");

    /** A file's text and what to call it in messages. */
    public record Text(String origin, String yaml) {}

    /** All names, in the order in which to show them. */
    public List<String> names() {
        return resource("index").lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * The text of a file that the user names: one on disk, else one of these.
     *
     * @throws UserException if there is neither
     */
    public Text find(String name) {
        Path file = Path.of(name);
        if (names().contains(name) && !Files.isRegularFile(file)) {
            return new Text("the " + kind + " " + name, resource(name + ".yaml"));
        }
        if (Files.notExists(file)) {
            throw new UserException(
                    "There is no file " + name + " and no " + kind + " of that name",
                    "Check the path, or use one of " + String.join(", ", names()));
        }
        return new Text(name, TextFiles.read(file));
    }

    private String resource(String file) {
        try (InputStream in = BundledFiles.class.getResourceAsStream("/assets/" + folder + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.fathom.data;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Any folder of pictures without depth. */
public final class PictureFolder {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg");

    private PictureFolder() {}

    /**
     * The PNG and JPEG files in a folder and in the folders below it, sorted by path; if the folder has a folder
     * {@code rgb}, those of that one alone, because depth files may lie beside it. Hidden files are left out.
     *
     * @throws UserException if there is no such folder or it cannot be listed
     */
    public static List<Sample> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserException(
                    "There is no folder " + folder + " of unlabelled pictures", "Check data.unlabeled, or remove it");
        }
        Path rgb = folder.resolve("rgb");
        Path root = Files.isDirectory(rgb) ? rgb : folder;
        try (Stream<Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> isPicture(root.relativize(file)) && Files.isRegularFile(file))
                    .sorted()
                    .map(file -> sample(root, file))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new UserException(
                    "The folder " + root + " cannot be listed: " + e.getMessage(), "Check its permissions", e);
        }
    }

    private static boolean isPicture(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        String name = relative.toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static Sample sample(Path root, Path file) {
        String name = root.relativize(file).toString();
        return new Sample(name.substring(0, name.lastIndexOf('.')), new FilePicture(root, name), Optional.empty());
    }
}

package dev.fathom.prediction;

import dev.fathom.core.UserException;
import dev.fathom.data.PictureFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The pictures named on a command line, and what their predictions are called.
 *
 * @param notes names that had to be changed, in sentences without a full stop
 */
public record PictureInputs(List<PictureInput> pictures, List<String> notes) {

    /**
     * Lists pictures; the content of a folder keeps its folders.
     *
     * @param paths pictures, whatever they are called, and folders of PNG and JPEG files
     * @param out is left out, because it may lie in one of the folders
     * @throws UserException if a path does not exist, or there is not one picture
     */
    public static PictureInputs of(List<Path> paths, Path out) {
        List<PictureInput> found = new ArrayList<>();
        Path own = out.toAbsolutePath().normalize();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                PictureFolder.list(path).stream()
                        .map(sample -> new PictureInput(
                                sample.picture().file(), sample.stem().replace('\\', '/')))
                        .filter(one -> !one.file().toAbsolutePath().normalize().startsWith(own))
                        .forEach(found::add);
            } else if (Files.isRegularFile(path)) {
                found.add(
                        new PictureInput(path, withoutEnding(path.getFileName().toString())));
            } else {
                throw new UserException("There is no picture or folder " + path, "Check the path");
            }
        }
        if (found.isEmpty()) {
            throw new UserException(
                    "There is no PNG or JPEG picture in " + paths, "Name pictures, or a folder of them");
        }
        return named(found);
    }

    private static String withoutEnding(String name) {
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** Gives pictures of the same name names of their own; file systems may not tell capitals from small letters. */
    private static PictureInputs named(List<PictureInput> found) {
        Map<String, Integer> uses = new HashMap<>();
        found.forEach(one -> uses.merge(key(one.stem()), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        found.stream().filter(one -> uses.get(key(one.stem())) == 1).forEach(one -> taken.add(key(one.stem())));
        List<PictureInput> pictures = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (PictureInput one : found) {
            if (uses.get(key(one.stem())) == 1) {
                pictures.add(one);
                continue;
            }
            String name = one.file().getFileName().toString();
            String base = one.stem() + "_" + name.substring(name.lastIndexOf('.') + 1);
            String stem = base;
            for (int n = 2; !taken.add(key(stem)); n++) {
                stem = base + "_" + n;
            }
            pictures.add(new PictureInput(one.file(), stem));
            notes.add(one.file() + " shares its name with another picture and becomes " + stem);
        }
        return new PictureInputs(pictures, notes);
    }

    private static String key(String stem) {
        return stem.toLowerCase(Locale.ROOT);
    }
}

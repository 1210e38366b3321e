package dev.fathom.ui.compare;

import dev.fathom.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page lets a run's best weights predict, as 16-bit gray PNG in millimetres. {@code fathom predict} writes it:
 *
 * <pre>
 * predictions/val/png16/NAME.png         of the validation images
 * predictions/val/predictions.csv        which picture became which name, once all are there
 * predictions/pictures/png16/NAME.png    of pictures that were dropped on the page
 * </pre>
 *
 * @param folder the run's {@code predictions} folder, which need not exist
 * @param names of pictures that are not called as their file, by the file
 * @param changed when predictions were last added, null if there are none
 */
record BestPredictions(Path folder, Map<String, String> names, FileTime changed) {
    private static final String PNG16 = "png16";

    static BestPredictions read(RunFolder run) throws IOException {
        Path folder = run.path().resolve("predictions");
        Map<String, String> names = new HashMap<>();
        FileTime changed = null;
        for (ImageEntry.Origin origin : List.of(ImageEntry.Origin.VALIDATION, ImageEntry.Origin.DROPPED)) {
            Path part = part(folder, origin);
            readNames(part.resolve("predictions.csv"), names);
            changed = newest(changed, changed(part.resolve(PNG16)));
        }
        return new BestPredictions(folder, names, changed);
    }

    private static Path part(Path folder, ImageEntry.Origin origin) {
        return folder.resolve(origin == ImageEntry.Origin.DROPPED ? "pictures" : "val");
    }

    /** Where the predictions of a run's images go that come from there. */
    static Path out(RunFolder run, ImageEntry.Origin origin) {
        return part(run.path().resolve("predictions"), origin);
    }

    private static void readNames(Path csv, Map<String, String> names) throws IOException {
        if (!Files.exists(csv)) {
            return;
        }
        for (String line : Files.readAllLines(csv, StandardCharsets.UTF_8)) {
            List<String> cells = CsvLine.cells(line);
            if (cells.size() > 1 && !cells.get(1).equals(stem(Path.of(cells.get(0))))) {
                names.put(cells.get(0), cells.get(1));
            }
        }
    }

    private static FileTime newest(FileTime one, FileTime other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }

    private static FileTime changed(Path folder) throws IOException {
        return Files.isDirectory(folder) ? Files.getLastModifiedTime(folder) : null;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.lastIndexOf('.') > 0 ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** A picture that had to be written anew to be predicted is called by its id, all others by their file. */
    Path depth(ImageEntry image) {
        Path byId = named(image, image.id());
        Path file = image.file();
        return file == null || Files.exists(byId)
                ? byId
                : named(image, names.getOrDefault(file.toString(), stem(file)));
    }

    private Path named(ImageEntry image, String name) {
        return part(folder, image.origin()).resolve(PNG16).resolve(name + ".png");
    }
}

package dev.fathom.ui.compare;

import dev.fathom.core.UserException;
import dev.fathom.data.RgbFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files of pictures, as a worker takes them. What lies inside another file is written into one of its own, and so is what
 * lies over its depth in another way than a worker would turn it by its EXIF orientation.
 */
final class PictureFiles {
    private PictureFiles() {}

    /**
     * Reads and writes; not for the window's thread.
     *
     * @return in the same order; those that were written live as long as this process
     */
    static List<Path> of(List<ImageEntry> images) throws IOException {
        List<Path> files = new ArrayList<>();
        Path folder = null;
        for (ImageEntry image : images) {
            if (image.file() != null && !isTurned(image)) {
                files.add(image.file());
                continue;
            }
            folder = folder == null ? Files.createTempDirectory("fathom-pictures-") : folder;
            Path file = folder.resolve(image.id() + ".png");
            RgbFile.writePng(file, image.picture().readStored().over(Optional.ofNullable(image.depth())));
            // What is registered last is deleted first, so the folder is empty when its turn comes.
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            files.add(file);
        }
        return files;
    }

    /** What cannot be read is left to the worker, which names it. */
    private static boolean isTurned(ImageEntry image) {
        try {
            return image.depth() != null && image.picture().isNoted();
        } catch (UserException e) {
            return false;
        }
    }
}

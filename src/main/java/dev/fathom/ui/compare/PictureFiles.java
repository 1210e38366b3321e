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
 *
 * @param paths in the order of the images
 * @param written those that were written for the worker, in a folder of their own
 */
record PictureFiles(List<Path> paths, List<Path> written) {

    /** Reads and writes; not for the window's thread. */
    static PictureFiles of(List<ImageEntry> images) throws IOException {
        List<Path> paths = new ArrayList<>();
        List<Path> written = new ArrayList<>();
        Path folder = null;
        for (ImageEntry image : images) {
            if (image.file() != null && !isTurned(image)) {
                paths.add(image.file());
                continue;
            }
            folder = folder == null ? Files.createTempDirectory("fathom-pictures-") : folder;
            Path file = folder.resolve(image.id() + ".png");
            RgbFile.writePng(file, image.picture().readStored().over(Optional.ofNullable(image.depth())));
            written.add(file);
            paths.add(file);
        }
        return new PictureFiles(paths, written);
    }

    /** What cannot be read is left to the worker, which names it. */
    private static boolean isTurned(ImageEntry image) {
        try {
            return image.depth() != null && image.picture().isNoted();
        } catch (UserException e) {
            return false;
        }
    }

    /** Deletes what was written, once the worker has ended. One that outlives the window still needs it. */
    void delete() throws IOException {
        for (Path file : written) {
            Files.delete(file);
        }
        if (!written.isEmpty()) {
            Files.delete(written.get(0).getParent());
        }
    }
}

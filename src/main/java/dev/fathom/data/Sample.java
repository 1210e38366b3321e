package dev.fathom.data;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One picture of a data set, with its depth where there is one. Holds no pixels.
 *
 * @param stem path of the picture below its folder without the ending, with slashes: the name by which picture, depth
 *     and predictions belong together, unique in its split
 */
public record Sample(String stem, PictureSource picture, Optional<DepthSource> depth) {

    /** A picture file and perhaps a depth file, outside of any data set. */
    public static Sample ofFiles(String stem, Path picture, Optional<Path> depth, double unitsPerMetre) {
        return new Sample(stem, FilePicture.of(picture), depth.map(file -> FileDepth.of(file, unitsPerMetre)));
    }

    /**
     * The picture as its depth lies over it, or upright if there is none; see {@link StoredPicture#over}.
     *
     * @throws UserException if the picture cannot be read
     */
    public RgbImage readPicture() {
        return picture.readStored().over(depth);
    }

    /** The same picture alone. */
    public Sample withoutDepth() {
        return new Sample(stem, picture, Optional.empty());
    }

    Sample named(String name) {
        return new Sample(name, picture, depth);
    }
}

package dev.fathom.data;

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

    /** The same picture alone. */
    public Sample withoutDepth() {
        return new Sample(stem, picture, Optional.empty());
    }

    Sample named(String name) {
        return new Sample(name, picture, depth);
    }
}

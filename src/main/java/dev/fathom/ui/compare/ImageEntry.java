package dev.fathom.ui.compare;

import dev.fathom.data.DepthSource;
import dev.fathom.data.PictureSource;
import java.nio.file.Path;

/**
 * An image that can be looked at.
 *
 * @param id name by which predictions and scores belong to it, fit for a file name
 * @param depth its ground truth, null if there is none
 * @param origin where it was found
 * @param file the picture itself, by which it can be predicted; null if it is known only as a preview
 */
record ImageEntry(String id, PictureSource picture, DepthSource depth, Origin origin, Path file) {

    /** The same picture as the preview shows it. */
    ImageEntry seenAs(ImageEntry preview) {
        return new ImageEntry(id, preview.picture(), preview.depth(), preview.origin(), file);
    }

    /** True for a picture from anywhere that belongs to no data set. */
    boolean isDropped() {
        return origin == Origin.DROPPED;
    }

    /** Where an image comes from. */
    enum Origin {
        /** The run folder's preview images, which have predictions of several epochs. */
        PREVIEW,
        /** The validation split of the run's data. */
        VALIDATION,
        /** A picture that was dropped on the page. */
        DROPPED
    }

    /** The id of a sample of a data set, as the run folder has it: one flat folder holds all. */
    static String id(String stem) {
        return stem.replace("/", "__");
    }
}

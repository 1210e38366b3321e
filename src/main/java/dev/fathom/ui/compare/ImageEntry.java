package dev.fathom.ui.compare;

import dev.fathom.data.DepthSource;
import dev.fathom.data.PictureSource;

/**
 * An image that can be looked at.
 *
 * @param id name by which predictions and scores belong to it, fit for a file name
 * @param depth its ground truth, null if there is none
 * @param origin where it was found
 */
record ImageEntry(String id, PictureSource picture, DepthSource depth, Origin origin) {

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

package dev.fathom.ui.compare;

import java.nio.file.Path;

/**
 * An image that can be looked at.
 *
 * @param id stem of its file name, by which predictions and scores belong to it
 * @param depth its ground truth as 16-bit PNG, null if there is none
 * @param unitsPerMetre of the ground truth's file
 * @param origin where it was found
 */
record ImageEntry(String id, Path rgb, Path depth, double unitsPerMetre, Origin origin) {

    /** Where an image comes from. */
    enum Origin {
        /** The run folder's preview images, which have predictions of several epochs. */
        PREVIEW,
        /** The validation split of the run's data. */
        VALIDATION,
        /** A picture that was dropped on the page. */
        DROPPED
    }
}

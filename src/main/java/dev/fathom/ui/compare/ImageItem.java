package dev.fathom.ui.compare;

/**
 * A line of the list of images.
 *
 * @param score by what the list is ordered, NaN if there is none
 */
record ImageItem(ImageEntry image, double score) {}

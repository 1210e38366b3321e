package dev.fathom.ui.compare;

import java.util.Collection;

/**
 * What is to be shown.
 *
 * @param wanted moment of run A, null for its newest
 * @param pictures that panes show
 */
record Request(ImageEntry image, ComparedRuns runs, Moment wanted, Colours colours, Collection<Picture> pictures) {}

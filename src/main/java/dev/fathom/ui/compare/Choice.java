package dev.fathom.ui.compare;

import dev.fathom.ui.image.DepthRange;

/**
 * What the user wants to see.
 *
 * @param id preview image
 * @param epoch epoch of the run's prediction
 * @param colourMap of depth
 * @param range fixed range in metres, or null for the ground truth's percentiles
 * @param greatestError end of the error's colours in metres, or null for a quarter of the range
 */
record Choice(ComparedRun run, String id, int epoch, String colourMap, DepthRange range, Double greatestError) {}

package dev.fathom.ui.compare;

import java.util.Map;

/**
 * Which image and whose predictions are compared.
 *
 * @param runs those that can be shown, or why not
 * @param moments of their predictions
 */
record Choice(ImageEntry image, Map<Side, Found<RunPictures>> runs, Map<Side, Moment> moments) {}

package dev.fathom.training;

/**
 * A step that is done.
 *
 * @param steps global steps of the whole run
 * @param endsEpoch true if it was the last of its epoch
 * @param imagesPerSecond over the last steps, loading included
 * @param secondsLeft estimate for the rest of the run, validation included
 */
record StepReport(StepLosses losses, long steps, boolean endsEpoch, double imagesPerSecond, double secondsLeft) {}

package dev.fathom.training;

/** How fast a training goes, and how long it will take at that pace. */
final class Pace {
    private static final double NEW_STEP_SHARE = 0.1;
    private static final double NANOS = 1e9;

    private double secondsPerStep = Double.NaN;
    private double imagesPerStep = Double.NaN;
    private double secondsPerEpochEnd;

    /** A step took so long from the end of the one before, waiting for its batch included. */
    void step(int images, long nanos) {
        secondsPerStep = smoothed(secondsPerStep, nanos / NANOS);
        imagesPerStep = smoothed(imagesPerStep, images);
    }

    /** Validation, samples and checkpoint took so long. */
    void epochEnd(long nanos) {
        secondsPerEpochEnd = nanos / NANOS;
    }

    private static double smoothed(double before, double now) {
        return Double.isNaN(before) ? now : before + NEW_STEP_SHARE * (now - before);
    }

    double imagesPerSecond() {
        return imagesPerStep / secondsPerStep;
    }

    double secondsLeft(long steps, int epochEnds) {
        return steps * secondsPerStep + epochEnds * secondsPerEpochEnd;
    }
}

package dev.fathom.core;

/** Adds the errors of pixels up; what each sum is says {@link ErrorSums}. */
final class ErrorTally {
    private static final double RATIO = 1.25;

    private long pixels;
    private double squares;
    private double relative;
    private double squaresRelative;
    private double logs;
    private double logSquares;
    private double logSizes;
    private long within1;
    private long within2;
    private long within3;

    /**
     * @param prediction metres, above 0
     * @param truth metres, above 0
     */
    void add(double prediction, double truth) {
        double error = prediction - truth;
        double l = Math.log(prediction) - Math.log(truth);
        double ratio = Math.max(prediction / truth, truth / prediction);
        pixels++;
        squares += error * error;
        relative += Math.abs(error) / truth;
        squaresRelative += error * error / truth;
        logs += l;
        logSquares += l * l;
        logSizes += Math.abs(l);
        within1 += ratio < RATIO ? 1 : 0;
        within2 += ratio < RATIO * RATIO ? 1 : 0;
        within3 += ratio < RATIO * RATIO * RATIO ? 1 : 0;
    }

    ErrorSums sums() {
        return new ErrorSums(
                pixels, squares, relative, squaresRelative, logs, logSquares, logSizes, within1, within2, within3);
    }
}

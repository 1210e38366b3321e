package dev.fathom.core;

/**
 * Sums over the scored pixels of one image or of several, from which every metric follows. With p and g prediction and
 * truth in metres and l = ln p - ln g:
 *
 * @param pixels number of scored pixels
 * @param squares sum of (p - g)^2
 * @param relative sum of |p - g| / g
 * @param squaresRelative sum of (p - g)^2 / g
 * @param logs sum of l
 * @param logSquares sum of l^2
 * @param logSizes sum of |l|
 * @param within1 pixels with max(p / g, g / p) &lt; 1.25
 * @param within2 pixels below 1.25^2
 * @param within3 pixels below 1.25^3
 */
public record ErrorSums(
        long pixels,
        double squares,
        double relative,
        double squaresRelative,
        double logs,
        double logSquares,
        double logSizes,
        long within1,
        long within2,
        long within3) {
    /** Of no pixel. */
    public static final ErrorSums NONE = new ErrorSums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * @param prediction metres of the scored pixels, above 0
     * @param truth metres of the same pixels, above 0
     */
    public static ErrorSums of(double[] prediction, double[] truth) {
        ErrorTally tally = new ErrorTally();
        for (int i = 0; i < truth.length; i++) {
            tally.add(prediction[i], truth[i]);
        }
        return tally.sums();
    }

    /** Over the pixels of both. */
    public ErrorSums plus(ErrorSums other) {
        return new ErrorSums(
                pixels + other.pixels,
                squares + other.squares,
                relative + other.relative,
                squaresRelative + other.squaresRelative,
                logs + other.logs,
                logSquares + other.logSquares,
                logSizes + other.logSizes,
                within1 + other.within1,
                within2 + other.within2,
                within3 + other.within3);
    }

    /** The metrics, all of them NaN if there is no pixel. */
    public DepthMetrics metrics() {
        double n = pixels;
        if (pixels == 0) {
            return DepthMetrics.empty();
        }
        double spread = Math.sqrt(Math.max(0, logSquares / n - logs / n * (logs / n)));
        return new DepthMetrics(
                spread,
                Math.sqrt(squares / n),
                relative / n,
                logSizes / n / Math.log(10),
                Math.sqrt(logSquares / n),
                squaresRelative / n,
                100 * spread,
                within1 / n,
                within2 / n,
                within3 / n,
                pixels);
    }
}

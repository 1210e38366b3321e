package dev.fathom.core;

/**
 * A named way of scoring one prediction against one ground truth: mask, crop, clamp, alignment and formulas. A number is
 * comparable with another only under the same protocol, so every stored metric names its protocol.
 */
public interface Protocol {
    /** Short name as used on the command line and in result files. */
    String name();

    /** The rules in one paragraph, written beside every stored number. */
    String rules();

    /** How a prediction of another size than the truth becomes as large before it is scored. */
    ResizeRule resize();

    /** Ranges of depth that are worth a look of their own. */
    DepthBands bands();

    /**
     * The pixels of one image that count.
     *
     * @param prediction metres, same size as the ground truth
     * @param truth metres with its valid mask
     * @return no pixel, if none can be scored
     * @throws IllegalArgumentException if the sizes differ
     * @throws UserException if the rules do not apply to images of this size
     */
    ScoredPixels scored(DepthMap prediction, DepthMap truth);

    /**
     * Adds up the errors of one image.
     *
     * @return sums of no pixel, if none can be scored
     * @throws IllegalArgumentException as {@link #scored}
     * @throws UserException as {@link #scored}
     */
    default ErrorSums sums(DepthMap prediction, DepthMap truth) {
        return scored(prediction, truth).sums();
    }

    /**
     * Scores one image.
     *
     * @return the metrics, with {@code pixels == 0} and NaN values if no pixel can be scored
     * @throws IllegalArgumentException as {@link #sums}
     * @throws UserException as {@link #sums}
     */
    default DepthMetrics measure(DepthMap prediction, DepthMap truth) {
        return sums(prediction, truth).metrics();
    }
}

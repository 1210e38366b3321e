package dev.fathom.training;

import dev.fathom.core.DepthMetrics;
import java.util.Map;
import java.util.Optional;

/**
 * An epoch that is done.
 *
 * @param epoch from 1
 * @param epochs of the whole run
 * @param step global steps done
 * @param trainLoss mean of the weighted total over the epoch's images
 * @param trainTerms the same for each loss before its weight
 * @param learningRate of its last step
 * @param validation empty if this epoch was not validated
 * @param improved true if the validation is the best so far
 */
record EpochReport(
        int epoch,
        int epochs,
        long step,
        double trainLoss,
        Map<String, Double> trainTerms,
        double learningRate,
        Optional<DepthMetrics> validation,
        boolean improved) {

    /** True each {@code every} epochs and in the last. */
    boolean isDue(int every) {
        return isDue(epoch, epochs, every);
    }

    /** True for each {@code every}-th epoch and the last. */
    static boolean isDue(int epoch, int epochs, int every) {
        return epoch % every == 0 || epoch == epochs;
    }
}

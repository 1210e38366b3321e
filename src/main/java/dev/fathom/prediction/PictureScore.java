package dev.fathom.prediction;

import dev.fathom.core.DepthBands;
import dev.fathom.core.DepthMap;
import dev.fathom.core.DepthMetrics;
import dev.fathom.core.EdgeCounts;
import dev.fathom.core.ErrorSums;
import dev.fathom.core.Protocol;
import dev.fathom.core.ScoredPixels;
import java.util.List;

/**
 * What one prediction scores.
 *
 * @param picture name in the data set
 * @param edges by threshold, in the order of {@link #THRESHOLDS}
 * @param bands errors by true depth, near to far
 * @param truthShare pixels whose truth is valid, 0 to 1
 * @param scoredShare pixels that the protocol counts
 * @param predictedShare pixels with a usable prediction, of those that the protocol counts
 */
record PictureScore(
        String picture,
        ErrorSums sums,
        List<EdgeCounts> edges,
        List<ErrorSums> bands,
        double truthShare,
        double scoredShare,
        double predictedShare) {
    /** Of the Sobel gradient, metres: those of Hu et al. 2019. The first one is that of their code and of the tables. */
    static final List<Double> THRESHOLDS = List.of(0.25, 0.5, 1.0);

    /** @param prediction of the truth's size */
    static PictureScore of(String picture, DepthMap prediction, DepthMap truth, Protocol protocol, DepthBands bands) {
        ScoredPixels pixels = protocol.scored(prediction, truth);
        return new PictureScore(
                picture,
                pixels.sums(),
                EdgeCounts.of(pixels, THRESHOLDS),
                bands.sums(pixels),
                truth.valid().share(),
                pixels.share(),
                usable(pixels, prediction));
    }

    private static double usable(ScoredPixels pixels, DepthMap prediction) {
        long usable = 0;
        for (int index : pixels.indices()) {
            usable += prediction.valid().get(index) ? 1 : 0;
        }
        return pixels.count() == 0 ? Double.NaN : (double) usable / pixels.count();
    }

    boolean scored() {
        return sums.pixels() > 0;
    }

    DepthMetrics metrics() {
        return sums.metrics();
    }
}

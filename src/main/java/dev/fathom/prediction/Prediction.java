package dev.fathom.prediction;

import dev.fathom.core.DepthMap;
import dev.fathom.data.Sample;
import java.util.Optional;

/**
 * The depth that was predicted for one picture of a data set, of any size, or why there is none.
 *
 * @param problem in a sentence; empty if there is a depth, or simply no prediction for the picture
 */
public record Prediction(Sample sample, Optional<DepthMap> depth, Optional<String> problem) {
    static Prediction of(Sample sample, DepthMap depth) {
        return new Prediction(sample, Optional.of(depth), Optional.empty());
    }

    static Prediction failed(Sample sample, String problem) {
        return new Prediction(sample, Optional.empty(), Optional.of(problem));
    }

    static Prediction missing(Sample sample) {
        return new Prediction(sample, Optional.empty(), Optional.empty());
    }
}

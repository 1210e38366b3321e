package dev.fathom.export;

import dev.fathom.core.RgbImage;
import dev.fathom.engine.Predictor;
import java.util.List;

/** What an exported file is held against: the engine's main output for a picture, raw. */
@FunctionalInterface
public interface DepthEngine {
    /**
     * Depth in metres, row-major, one float a pixel of the network's output, neither clamped nor masked.
     *
     * @param image of the network's input size
     */
    float[] depth(RgbImage image);

    /** A predictor gives the raw output as it is for pictures of the network's input size. */
    static DepthEngine of(Predictor predictor) {
        return image -> predictor.predict(List.of(image)).get(0).metres();
    }
}

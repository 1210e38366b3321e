package dev.fathom.export;

import dev.fathom.core.RgbImage;

/** What an exported file is held against: the engine's main output for a picture, raw. */
@FunctionalInterface
public interface DepthEngine {
    /** Depth in metres, row-major, one float a pixel of the network's output, neither clamped nor masked. */
    float[] depth(RgbImage image);
}

package dev.fathom.network;

import dev.fathom.graph.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Collects the last feature map at each stride while an encoder whose stem has stride 2 is built block by block. */
final class StrideEnds {
    private final List<Feature> features = new ArrayList<>();
    private int stride = 2;

    /** Before a block of the given stride is appended to {@code x}. */
    void before(int blockStride, Tensor x) {
        if (blockStride > 1) {
            features.add(new Feature(stride, x));
            stride *= blockStride;
        }
    }

    /** All of them, {@code x} being the encoder's last map. */
    List<Feature> endingIn(Tensor x) {
        features.add(new Feature(stride, x));
        return List.copyOf(features);
    }
}

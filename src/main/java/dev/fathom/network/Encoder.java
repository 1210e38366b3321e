package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Tensor;
import java.util.List;

/** Turns a normalised image into feature maps of falling resolution. */
public interface Encoder {
    /** Name in the reference library. */
    String name();

    /** Mean that the encoder's training subtracts, per channel, in 0 to 255: ImageNet's unless it says otherwise. */
    default List<Float> mean() {
        return ImageNet.MEAN;
    }

    /** Standard deviation that the encoder's training divides by, per channel, in 0 to 255; as for {@link #mean}. */
    default List<Float> std() {
        return ImageNet.STD;
    }

    /**
     * Appends the encoder.
     *
     * @param b scoped so that the reference state-dict names follow
     * @param image [3, H, W], normalised
     * @return features from the finest to the coarsest
     */
    List<Feature> features(GraphBuilder b, Tensor image);
}

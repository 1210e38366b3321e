package dev.fathom.network;

import dev.fathom.graph.GraphBuilder;
import dev.fathom.graph.Resize;
import dev.fathom.graph.Tensor;
import java.util.List;

/** Turns an encoder's feature maps into depth. */
public interface Decoder {
    /** Name in compositions. */
    String name();

    /** One sentence for lists. */
    String description();

    /** Strides of the features that it reads, finest first. */
    List<Integer> strides();

    /** Where the decoder's reference code keeps the encoder in the state dict; empty for the top level. */
    String encoderScope(Encoder encoder);

    /** Whether the encoder's input need not be a multiple of its coarsest stride. */
    default boolean takesAnySize() {
        return false;
    }

    /** How its depth is brought to the size of the image. */
    default Resize.Mode upsampling() {
        return Resize.Mode.NEAREST;
    }

    /**
     * Appends the decoder and offers its stages to distillation as {@code decoder/STRIDE}.
     *
     * @param b unscoped; the decoder's state-dict names are those of its reference code
     * @param features of the encoder, those of {@link #strides} among them
     * @return depth [1, h, w] in metres at the decoder's own resolution
     */
    Tensor depth(GraphBuilder b, List<Feature> features);
}

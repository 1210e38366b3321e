package dev.fathom.network;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;

/** A named network that can be built for an image size. */
public interface Architecture {
    String name();

    /** One sentence for lists. */
    String description();

    /** Prefix of the encoder's state-dict names; what follows is the reference library's name. */
    String encoderPrefix();

    /** Prefix of the decoder's state-dict names. */
    String decoderPrefix();

    /**
     * Builds the network: input {@code image} [3, height, width] RGB 0 to 255; outputs {@code depth} [1, height,
     * width] and {@code depth_native} at the decoder's own resolution, both in metres.
     *
     * @throws dev.fathom.core.UserException if the size does not suit the network
     */
    Graph build(ImageSize image);
}

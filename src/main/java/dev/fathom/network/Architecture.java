package dev.fathom.network;

import dev.fathom.core.ImageSize;
import dev.fathom.graph.Graph;

/** A named network that can be built for an image size. */
public interface Architecture {
    String name();

    /** One sentence for lists. */
    String description();

    Encoder encoder();

    Decoder decoder();

    /**
     * Prefix of the encoder's state-dict names, which may be empty; what follows is the reference library's name. Which
     * tensors those are, {@link EncoderPart} says.
     */
    String encoderPrefix();

    /**
     * Size to which the network shrinks an image before its encoder.
     *
     * @throws dev.fathom.core.UserException if encoder and decoder do not fit, or the size does not suit them
     */
    ImageSize innerSize(ImageSize image);

    /**
     * Builds the network: input {@code image} [3, height, width] RGB 0 to 255; outputs {@code depth} [1, height,
     * width] and {@code depth_native} at the decoder's own resolution, both in metres; taps {@code encoder/STRIDE} and
     * {@code decoder/STRIDE}.
     *
     * @throws dev.fathom.core.UserException if encoder and decoder do not fit, or the size does not suit them
     */
    Graph build(ImageSize image);
}

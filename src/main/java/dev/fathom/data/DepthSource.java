package dev.fathom.data;

import dev.fathom.core.UserException;
import dev.fathom.data.codec.Decoders;

/** A depth map that is decoded when it is asked for. */
public non-sealed interface DepthSource extends PixelSource {
    /** @throws UserException if the depth is missing, damaged or of a kind that cannot be decoded */
    StoredDepth read();

    /**
     * The same samples, decoded fast.
     *
     * @param decoders that may be used
     * @throws UserException as {@link #read}
     */
    default StoredDepth read(Decoders decoders) {
        return read();
    }
}

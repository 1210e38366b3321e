package dev.fathom.data;

import dev.fathom.core.UserException;

/** A depth map that is decoded when it is asked for. */
public non-sealed interface DepthSource extends PixelSource {
    /** @throws UserException if the depth is missing, damaged or of a kind that cannot be decoded */
    StoredDepth read();
}

package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;
import dev.fathom.data.codec.Decoders;

/** A colour picture that is decoded when it is asked for. */
public non-sealed interface PictureSource extends PixelSource {
    /**
     * The pixels as stored.
     *
     * @throws UserException if the picture is missing, damaged or of a kind that cannot be decoded
     */
    RgbImage read();

    /**
     * The same with what the file says about turning it.
     *
     * @throws UserException as {@link #read}
     */
    default StoredPicture readStored() {
        return StoredPicture.plain(read());
    }

    /**
     * Whether the file says that it is to be turned or mirrored; decodes no pixels.
     *
     * @throws UserException as {@link #read}
     */
    default boolean isNoted() {
        return false;
    }

    /**
     * The same for a smaller one to be made of: decoded fast, and perhaps reduced, but not below {@code least} in any
     * direction.
     *
     * @param decoders that may be used
     * @throws UserException as {@link #read}
     */
    default StoredPicture readStored(ImageSize least, Decoders decoders) {
        return readStored();
    }
}

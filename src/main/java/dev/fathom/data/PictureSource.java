package dev.fathom.data;

import dev.fathom.core.RgbImage;
import dev.fathom.core.UserException;

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
}

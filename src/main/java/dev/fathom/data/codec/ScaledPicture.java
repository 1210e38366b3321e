package dev.fathom.data.codec;

import dev.fathom.core.ImageSize;
import dev.fathom.core.RgbImage;

/**
 * A picture that may have been reduced while it was decoded.
 *
 * @param image the pixels
 * @param whole size of the picture in its file
 */
public record ScaledPicture(RgbImage image, ImageSize whole) {
    /** One that was not reduced. */
    public static ScaledPicture unscaled(RgbImage image) {
        return new ScaledPicture(image, image.size());
    }
}

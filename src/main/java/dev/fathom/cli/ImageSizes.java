package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;

/** Image sizes as written on the command line. */
final class ImageSizes {
    private ImageSizes() {}

    /** Parses {@code HEIGHTxWIDTH}. */
    static ImageSize parse(String text) {
        try {
            return ImageSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    "\"" + text + "\" is not an image size", "Write height x width in pixels, for example 480x640", e);
        }
    }
}

package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UsageException;

/** Image sizes as written on the command line. */
final class ImageSizes {
    /** More than any camera's, and few enough that all counts of values fit. */
    private static final int LARGEST = 8192;

    private ImageSizes() {}

    /** Parses {@code HEIGHTxWIDTH}. */
    static ImageSize parse(String text) {
        try {
            ImageSize size = ImageSize.parse(text);
            if (Math.max(size.height(), size.width()) > LARGEST) {
                throw new UsageException(
                        "An image of " + text + " is too large", "Use at most " + LARGEST + "x" + LARGEST);
            }
            return size;
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "\"" + text + "\" is not an image size", "Write height x width in pixels, for example 480x640", e);
        }
    }
}

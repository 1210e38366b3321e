package dev.fathom.cli;

import dev.fathom.core.ImageSize;
import dev.fathom.core.UserException;

/** Image sizes as written on the command line. */
final class ImageSizes {
    private ImageSizes() {}

    /** Parses {@code HEIGHTxWIDTH}. */
    static ImageSize parse(String text) {
        String[] parts = text.split("x");
        try {
            if (parts.length == 2) {
                return new ImageSize(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw notASize(text, e);
        }
        throw notASize(text, null);
    }

    private static UserException notASize(String text, Exception cause) {
        return new UserException(
                "\"" + text + "\" is not an image size", "Write height x width in pixels, for example 480x640", cause);
    }
}

package dev.fathom.data.file;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The refusals that every decoder needs, each with the file and the remedy. */
final class FileSentences {
    private static final String COPY_AGAIN = "Copy the file again from its source, or remove it";

    private FileSentences() {}

    /**
     * The bytes a file has.
     *
     * @throws UserException if it is missing, unreadable or empty
     */
    static long requireContent(Path path) {
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw new UserException(path + " is empty", COPY_AGAIN);
            }
            return size;
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    static UserException unreadable(Path path, IOException cause) {
        return cause instanceof NoSuchFileException
                ? new UserException(path + " does not exist", "Check the path", cause)
                : new UserException(
                        path + " cannot be read: " + cause.getMessage(),
                        "Check the disk and the file's permissions",
                        cause);
    }

    /** @throws UserException if a header's size is not one of an image that is decoded */
    static void requirePixels(Path path, long width, long height, long most) {
        if (width <= 0 || height <= 0 || width > most || height > most || width * height > most) {
            throw new UserException(
                    path + " says it has " + width + "x" + height + " pixels; at most " + most + " are read",
                    "Check that the file is not damaged, or save a smaller image");
        }
    }

    static UserException cutShort(Path path, long there, long needed) {
        return new UserException(
                path + " is cut short: " + there + " of " + needed + " bytes of pixels are there", COPY_AGAIN);
    }

    /** The refusal of a file that contradicts itself. */
    static UserException damaged(Path path, Throwable cause) {
        return new UserException(path + " is damaged or cut short", COPY_AGAIN, cause);
    }
}

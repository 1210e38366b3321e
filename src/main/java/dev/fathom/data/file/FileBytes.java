package dev.fathom.data.file;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file in memory and its path, with the sentences that every decoder needs.
 *
 * @param bytes the whole content; read only
 */
public record FileBytes(Path path, byte[] bytes) {
    /** The largest image that is decoded, in pixels. */
    public static final long MAX_PIXELS = 64L << 20;

    private static final long MAX_BYTES = 512L << 20;

    /** @throws UserException if the file is missing, unreadable, empty or larger than an image may be */
    public static FileBytes read(Path path) {
        try {
            long size = Files.size(path);
            if (size == 0) {
                throw new UserException(path + " is empty", "Copy the file again from its source, or remove it");
            }
            if (size > MAX_BYTES) {
                throw new UserException(
                        path + " has " + (size >> 20) + " MiB, more than the " + (MAX_BYTES >> 20)
                                + " MiB an image may",
                        "Remove it, or save a smaller image");
            }
            return new FileBytes(path, Files.readAllBytes(path));
        } catch (NoSuchFileException e) {
            throw new UserException(path + " does not exist", "Check the path", e);
        } catch (IOException e) {
            throw new UserException(
                    path + " cannot be read: " + e.getMessage(), "Check the disk and the file's permissions", e);
        }
    }

    /** Whether the content begins with these bytes. */
    public boolean startsWith(byte... signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    /** @throws UserException if a header's size is not one of an image that is decoded */
    public void requirePixels(long width, long height) {
        if (width <= 0 || height <= 0 || width > MAX_PIXELS || height > MAX_PIXELS || width * height > MAX_PIXELS) {
            throw new UserException(
                    path + " says it has " + width + "x" + height + " pixels; at most " + MAX_PIXELS + " are read",
                    "Check that the file is not damaged, or save a smaller image");
        }
    }

    /** @throws UserException if fewer bytes follow {@code offset} than the pixels need */
    public void requireBytes(long offset, long needed) {
        if (bytes.length - offset < needed) {
            throw new UserException(
                    path + " is cut short: " + (bytes.length - offset) + " of " + needed + " bytes of pixels are there",
                    "Copy the file again from its source, or remove it");
        }
    }

    /** The refusal of a file that contradicts itself. */
    public UserException damaged(Throwable cause) {
        return new UserException(
                path + " is damaged or cut short", "Copy the file again from its source, or remove it", cause);
    }
}

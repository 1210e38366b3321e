package dev.fathom.data.file;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file in memory and its path, with the checks that every decoder needs.
 *
 * @param bytes the whole content; read only
 */
public record FileBytes(Path path, byte[] bytes) {
    /** The largest image that is decoded, in pixels. */
    public static final long MAX_PIXELS = 64L << 20;

    private static final long MAX_BYTES = 512L << 20;

    /** @throws UserException if the file is missing, unreadable, empty or larger than an image may be */
    public static FileBytes read(Path path) {
        long size = FileSentences.requireContent(path);
        if (size > MAX_BYTES) {
            throw new UserException(
                    path + " has " + (size >> 20) + " MiB, more than the " + (MAX_BYTES >> 20) + " MiB an image may",
                    "Remove it, or save a smaller image");
        }
        try {
            return new FileBytes(path, Files.readAllBytes(path));
        } catch (IOException e) {
            throw FileSentences.unreadable(path, e);
        }
    }

    /** Whether the content begins with these bytes. */
    public boolean startsWith(byte... signature) {
        return bytes.length >= signature.length
                && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    /** @throws UserException if a header's size is not one of an image that is decoded */
    public void requirePixels(long width, long height) {
        FileSentences.requirePixels(path, width, height, MAX_PIXELS);
    }

    /** @throws UserException if fewer bytes follow {@code offset} than the pixels need */
    public void requireBytes(long offset, long needed) {
        if (bytes.length - offset < needed) {
            throw FileSentences.cutShort(path, Math.max(0, bytes.length - offset), needed);
        }
    }

    /** The refusal of a file that contradicts itself. */
    public UserException damaged(Throwable cause) {
        return FileSentences.damaged(path, cause);
    }
}

package dev.fathom.hub;

import dev.fathom.core.Sha256;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 of a file.
 *
 * @param hex 64 digits in lower case
 */
public record Checksum(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** @throws UserException if the text is not 64 hexadecimal digits */
    public static Checksum parse(String text) {
        return find(text)
                .orElseThrow(() -> new UserException(
                        "\"" + text + "\" is not a SHA-256 checksum", "Give its 64 hexadecimal digits"));
    }

    /** A checksum if the text, without quotation marks, is one; a hub's tag may be something else. */
    static Optional<Checksum> find(String text) {
        String hex = text.replace("\"", "").toLowerCase(Locale.ROOT);
        return FORM.matcher(hex).matches() ? Optional.of(new Checksum(hex)) : Optional.empty();
    }

    /**
     * Of a file's bytes.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static Checksum of(Path file) {
        try {
            return new Checksum(Sha256.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void require(Checksum wanted, HubId id, Path file) {
        if (!equals(wanted)) {
            throw new UserException(
                    "The checksum of " + id + " in " + file + " is " + hex + " instead of " + wanted.hex,
                    "Remove the file if it is there, check the expected checksum, and fetch it again");
        }
    }
}

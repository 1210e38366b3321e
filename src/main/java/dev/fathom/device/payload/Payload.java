package dev.fathom.device.payload;

import dev.fathom.core.Sha256;
import dev.fathom.core.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something to put on a device.
 *
 * @param name of the file there
 * @param sha256 of its bytes, in lower case
 * @param size in bytes
 * @param source opens its bytes, from the first on
 */
public record Payload(String name, String sha256, long size, Source source) {
    /** Opens bytes; each time the same. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** A file of this machine. */
    public static Payload of(Path file) {
        try {
            return of(file.getFileName().toString(), () -> Files.newInputStream(file));
        } catch (IOException e) {
            throw new UserException("Cannot read " + file + ": " + e.getMessage(), "Check the path", e);
        }
    }

    /** Bytes in memory. */
    public static Payload of(String name, byte[] bytes) {
        try {
            return of(name, () -> new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("memory can always be read", e);
        }
    }

    static Payload of(String name, Source source) throws IOException {
        try (InputStream in = source.open()) {
            Sha256 sum = new Sha256().add(in);
            return new Payload(name, sum.hex(), sum.count(), source);
        }
    }
}

package dev.fathom.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of bytes that come one after another, as 64 hexadecimal digits in lower case. */
public final class Sha256 {
    private static final int CHUNK = 1 << 16;

    private final MessageDigest digest;
    private long count;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of a file's bytes. */
    public static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new Sha256().add(in).hex();
        }
    }

    /** Of bytes in memory. */
    public static String of(byte[] bytes) {
        return new Sha256().add(bytes).hex();
    }

    public Sha256 add(byte[] bytes) {
        digest.update(bytes);
        count += bytes.length;
        return this;
    }

    /** Adds all that is left of a stream, which stays open. */
    public Sha256 add(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            digest.update(chunk, 0, read);
            count += read;
        }
        return this;
    }

    /** How many bytes were added. */
    public long count() {
        return count;
    }

    /** The sum of all that was added; ends it. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

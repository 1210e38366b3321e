package dev.fathom.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name for what decoding gives, which changes with the sources and with their files. */
final class CacheKey {
    /** To be raised when decoding or resizing gives other bits. */
    private static final String VERSION = "2";

    private final MessageDigest digest;

    CacheKey() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        add(VERSION);
    }

    CacheKey add(String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** @throws IOException if the file is not there */
    CacheKey add(PixelSource source) throws IOException {
        BasicFileAttributes file = Files.readAttributes(source.file(), BasicFileAttributes.class);
        return add(source + " " + file.size() + " " + file.lastModifiedTime());
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}

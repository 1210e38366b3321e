package dev.fathom.device.ssh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of a known_hosts file.
 *
 * @param line its number, from 1
 * @param names patterns with commas between, or one hashed name
 */
record KnownHost(Path file, int line, Marker marker, String names, HostKey key) {
    private static final String HASHED = "|1|";
    private static final String HASH = "HmacSHA1";
    private static final int SALT_BYTES = 20;

    enum Marker {
        NONE,
        REVOKED,
        CERT_AUTHORITY
    }

    /** @throws IllegalArgumentException if the text is not a line of known_hosts */
    static KnownHost parse(Path file, int line, String text) {
        String[] words = text.strip().split("\\s+");
        int first = words[0].startsWith("@") ? 1 : 0;
        if (words.length < first + 3) {
            throw new IllegalArgumentException("too few words");
        }
        Marker marker = first == 0 ? Marker.NONE : marker(words[0]);
        HostKey key = HostKey.parse(words[first + 1], words[first + 2]);
        KnownHost host = new KnownHost(file, line, marker, words[first], key);
        host.isFor("");
        return host;
    }

    private static Marker marker(String word) {
        return Marker.valueOf(word.substring(1).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** @param name {@code host}, or {@code [host]:port} for an unusual port */
    boolean isFor(String name) {
        if (!names.startsWith(HASHED)) {
            return Patterns.ofCommas(names).match(name);
        }
        String[] parts = names.substring(HASHED.length()).split("\\|");
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a hashed name");
        }
        return hash(Base64.getDecoder().decode(parts[0]), name).equals(parts[1]);
    }

    /** A name that only who knows it recognises. */
    static String hashed(String name) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return HASHED + Base64.getEncoder().encodeToString(salt) + "|" + hash(salt, name);
    }

    private static String hash(byte[] salt, String name) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(new SecretKeySpec(salt, HASH));
            return Base64.getEncoder().encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HASH, e);
        }
    }
}

package dev.fathom.device.ssh;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Locale;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * A host's public key.
 *
 * @param type its name in the protocol, such as {@code ssh-ed25519}
 * @param base64 its encoding in known_hosts
 */
record HostKey(String type, String base64) {
    static HostKey of(PublicKey key) {
        ByteArrayBuffer buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(key);
        return of(buffer.getCompactData());
    }

    /** @throws IllegalArgumentException if the text is not the encoding of a key of this type */
    static HostKey parse(String type, String base64) {
        HostKey key = of(Base64.getDecoder().decode(base64));
        if (!key.type.equals(type)) {
            throw new IllegalArgumentException("a key of type " + key.type + " instead of " + type);
        }
        return key;
    }

    private static HostKey of(byte[] encoded) {
        int length = encoded.length < 4 ? -1 : new ByteArrayBuffer(encoded).getInt();
        if (length < 1 || length > encoded.length - 4) {
            throw new IllegalArgumentException("not the encoding of a key");
        }
        String type = new String(encoded, 4, length, StandardCharsets.US_ASCII);
        return new HostKey(type, Base64.getEncoder().encodeToString(encoded));
    }

    /** {@code SHA256:} and 43 characters, as OpenSSH shows it. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(base64));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code ED25519}, {@code ECDSA} or {@code RSA}, as OpenSSH shows it. */
    String family() {
        String name = type.replaceFirst("@.*", "").replaceFirst("^sk-", "").replaceFirst("^ssh-", "");
        return name.startsWith("ecdsa") ? "ECDSA" : name.toUpperCase(Locale.ROOT);
    }
}

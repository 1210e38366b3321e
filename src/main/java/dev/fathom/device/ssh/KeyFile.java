package dev.fathom.device.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A private key in a file, in OpenSSH's form or PEM. */
record KeyFile(Path path) {
    private static final String OPENSSH_BEGIN = "-----BEGIN OPENSSH PRIVATE KEY-----";
    private static final String OPENSSH_END = "-----END OPENSSH PRIVATE KEY-----";
    private static final byte[] MAGIC = "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII);

    /** Thrown for a key that is there but encrypted with another passphrase, or with one where none was given. */
    static final class LockedException extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;

        LockedException(Path path, Throwable cause) {
            super(path + " is locked", cause);
        }
    }

    /** The public half, if it can be had without the passphrase. */
    Optional<PublicKey> publicKey() throws IOException, GeneralSecurityException {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        if (text.contains(OPENSSH_BEGIN) && text.contains(OPENSSH_END)) {
            return Optional.of(openSshPublicKey(text));
        }
        Path beside = path.resolveSibling(path.getFileName() + ".pub");
        if (Files.isReadable(beside)) {
            String[] words = Files.readString(beside).strip().split("\\s+");
            return Optional.of(new ByteArrayBuffer(Base64.getDecoder().decode(words[1])).getRawPublicKey());
        }
        try {
            return Optional.of(load(Optional.empty()).getPublic());
        } catch (LockedException e) {
            return Optional.empty();
        }
    }

    /** OpenSSH's own form has the public key in clear before the private one. */
    private PublicKey openSshPublicKey(String text) throws IOException, GeneralSecurityException {
        String base64 = text.substring(text.indexOf(OPENSSH_BEGIN) + OPENSSH_BEGIN.length(), text.indexOf(OPENSSH_END));
        ByteArrayBuffer buffer = new ByteArrayBuffer(Base64.getMimeDecoder().decode(base64));
        buffer.getRawBytes(new byte[MAGIC.length]);
        buffer.getString(); // cipher
        buffer.getString(); // key derivation
        buffer.getBytes(); // its options
        buffer.getInt(); // number of keys: one
        return buffer.getPublicKey();
    }

    /**
     * The whole key.
     *
     * @param passphrase MINA takes it as a string, of which a copy stays until it is collected
     * @throws LockedException if it is encrypted and this is not the passphrase
     */
    KeyPair load(Optional<Secret> passphrase) throws IOException, GeneralSecurityException {
        AtomicBoolean encrypted = new AtomicBoolean();
        FilePasswordProvider provider = (session, resource, retry) -> {
            encrypted.set(true);
            return passphrase.map(secret -> new String(secret.characters())).orElse(null);
        };
        try (InputStream in = Files.newInputStream(path)) {
            Iterable<KeyPair> pairs =
                    SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(path.toString()), in, provider);
            if (pairs == null || !pairs.iterator().hasNext()) {
                throw new IOException("not a private key in OpenSSH's form or PEM");
            }
            return pairs.iterator().next();
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (encrypted.get()) {
                throw new LockedException(path, e);
            }
            throw e;
        } catch (LinkageError e) {
            // PKCS#8 encryption needs more of BouncyCastle than its keys do.
            throw new IOException("its form is not known; ssh-keygen -p -f turns it into OpenSSH's", e);
        }
    }
}

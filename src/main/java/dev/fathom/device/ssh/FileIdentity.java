package dev.fathom.device.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.signature.SignatureFactoriesHolder;

/** A key in a file. Its passphrase is asked for only when the host has said that it would accept the key. */
final class FileIdentity implements PublicKeyIdentity {
    private final KeyFile file;
    private final KeyPair publicHalf;
    private final SecretPrompt prompt;
    private final Patience patience;
    private final LoginRecord record;
    private Optional<KeyPair> unlocked = Optional.empty();

    FileIdentity(KeyFile file, PublicKey key, SecretPrompt prompt, Patience patience, LoginRecord record) {
        this.file = file;
        this.publicHalf = new KeyPair(key, null);
        this.prompt = prompt;
        this.patience = patience;
        this.record = record;
    }

    @Override
    public KeyPair getKeyIdentity() {
        return publicHalf;
    }

    @Override
    public Map.Entry<String, byte[]> sign(SessionContext session, String algorithm, byte[] data) throws Exception {
        if (unlocked.isEmpty()) {
            unlocked = Optional.of(unlock());
        }
        NamedFactory<Signature> factory = ((SignatureFactoriesHolder) session)
                .getSignatureFactories().stream()
                        .filter(candidate -> candidate.getName().equals(algorithm))
                        .findFirst()
                        .orElseThrow(() -> new GeneralSecurityException("no signature algorithm " + algorithm));
        Signature signature = factory.create();
        signature.initSigner(session, unlocked.get().getPrivate());
        signature.update(session, data);
        return Map.entry(algorithm, signature.sign(session));
    }

    private KeyPair unlock() throws IOException, GeneralSecurityException {
        try {
            return file.load(Optional.empty());
        } catch (KeyFile.LockedException e) {
            return unlockByAsking(e);
        }
    }

    private KeyPair unlockByAsking(KeyFile.LockedException locked) throws IOException, GeneralSecurityException {
        KeyFile.LockedException last = locked;
        for (int i = 0; i < LoginRecord.TRIES; i++) {
            Optional<Secret> answer = ask(file.path());
            if (answer.isEmpty()) {
                break;
            }
            try (Secret passphrase = answer.get()) {
                return file.load(Optional.of(passphrase));
            } catch (KeyFile.LockedException e) {
                last = e;
            }
        }
        record.keyStayedLocked(file.path());
        throw last;
    }

    private Optional<Secret> ask(Path path) {
        return patience.whileAsking(() -> prompt.passphrase(path)).map(Secret::new);
    }
}

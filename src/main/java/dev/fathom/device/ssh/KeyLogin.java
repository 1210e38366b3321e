package dev.fathom.device.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKey;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.signature.SignatureFactoriesManager;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.BufferException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs in by the keys of {@link Identities}. One that cannot sign is passed over, as by OpenSSH. */
final class KeyLogin extends UserAuthPublicKey {
    private static final Logger LOG = LoggerFactory.getLogger(KeyLogin.class);

    private final Supplier<List<PublicKeyIdentity>> identities;
    private final LoginRecord record;

    KeyLogin(Supplier<List<PublicKeyIdentity>> identities, LoginRecord record) {
        this.identities = identities;
        this.record = record;
    }

    @Override
    protected Iterator<PublicKeyIdentity> createPublicKeyIterator(
            ClientSession session, SignatureFactoriesManager signatures) {
        return identities.get().iterator();
    }

    @Override
    protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
        PublicKeyIdentity before = current;
        boolean sent = super.sendAuthDataRequest(session, service);
        if (sent && current != before) {
            record.keyOffered();
        }
        return sent;
    }

    @Override
    protected boolean processAuthDataRequest(ClientSession session, String service, Buffer buffer) throws Exception {
        try {
            return super.processAuthDataRequest(session, service, buffer);
        } catch (IOException | GeneralSecurityException | BufferException e) {
            LOG.info("A key could not be used: {}", e.toString());
            currentAlgorithms.clear();
            return sendAuthDataRequest(session, service);
        }
    }
}

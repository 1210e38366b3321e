package dev.fathom.device.ssh;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Map;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.common.session.SessionContext;

/** A key that the agent holds; it never leaves it. */
record AgentIdentity(Agent agent, PublicKey key) implements PublicKeyIdentity {
    @Override
    public KeyPair getKeyIdentity() {
        return new KeyPair(key, null);
    }

    @Override
    public Map.Entry<String, byte[]> sign(SessionContext session, String algorithm, byte[] data) throws Exception {
        return agent.sign(key, algorithm, data);
    }
}

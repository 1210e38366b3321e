package dev.fathom.device.ssh;

import java.util.Arrays;
import java.util.Optional;
import org.apache.sshd.client.auth.AbstractUserAuth;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;

/** Logs in by the user's password (RFC 4252, section 8). MINA's own class keeps passwords as strings. */
final class PasswordLogin extends AbstractUserAuth {
    static final String NAME = "password";

    private final Questions questions;
    private final LoginRecord record;

    PasswordLogin(Questions questions, LoginRecord record) {
        super(NAME);
        this.questions = questions;
        this.record = record;
        record.passwordIsPossible();
    }

    @Override
    protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
        Optional<Secret> answer = questions.password();
        if (answer.isEmpty()) {
            return false;
        }
        record.passwordGiven();
        Buffer buffer = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_REQUEST);
        buffer.putString(session.getUsername());
        buffer.putString(service);
        buffer.putString(getName());
        buffer.putBoolean(false);
        try (Secret password = answer.get()) {
            byte[] bytes = password.bytes();
            buffer.putBytes(bytes);
            Arrays.fill(bytes, (byte) 0);
        }
        session.writePacket(buffer).addListener(written -> buffer.clear(true));
        return true;
    }

    /** The only message there can be is the one that asks for a new password. */
    @Override
    protected boolean processAuthDataRequest(ClientSession session, String service, Buffer buffer) {
        record.passwordExpired();
        return false;
    }
}

package dev.fathom.device.ssh;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.auth.AbstractUserAuth;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;

/** Logs in by answering what the host asks: a password, a code (keyboard-interactive, RFC 4256). */
final class AnswerLogin extends AbstractUserAuth {
    static final String NAME = "keyboard-interactive";
    private static final int MOST_QUESTIONS = 16;

    private final Questions questions;
    private final LoginRecord record;

    AnswerLogin(Questions questions, LoginRecord record) {
        super(NAME);
        this.questions = questions;
        this.record = record;
        record.passwordIsPossible();
    }

    @Override
    protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
        if (!record.mayAsk()) {
            return false;
        }
        Buffer buffer = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_REQUEST);
        buffer.putString(session.getUsername());
        buffer.putString(service);
        buffer.putString(getName());
        buffer.putString(""); // language
        buffer.putString(""); // methods: the host's choice
        session.writePacket(buffer);
        return true;
    }

    @Override
    protected boolean processAuthDataRequest(ClientSession session, String service, Buffer request) throws Exception {
        if (request.getUByte() != SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST) {
            throw new IOException("an unexpected message while questions were due");
        }
        List<Secret> answers = new ArrayList<>();
        try {
            if (!ask(request, answers)) {
                return false;
            }
            send(session, answers);
            return true;
        } finally {
            answers.forEach(Secret::close);
        }
    }

    private boolean ask(Buffer request, List<Secret> answers) throws IOException {
        request.getString(); // name
        request.getString(); // instruction
        request.getString(); // language
        int count = request.getInt();
        if (count < 0 || count > MOST_QUESTIONS) {
            throw new IOException(count + " questions at once");
        }
        for (int i = 0; i < count; i++) {
            String text = request.getString();
            request.getBoolean(); // whether the answer may be shown: it never is
            Optional<Secret> answer = questions.answer(text);
            if (answer.isEmpty()) {
                return false;
            }
            answers.add(answer.get());
        }
        if (count > 0) {
            record.passwordGiven();
        }
        return true;
    }

    private static void send(ClientSession session, List<Secret> answers) throws IOException {
        Buffer buffer = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_RESPONSE);
        buffer.putInt(answers.size());
        for (Secret answer : answers) {
            byte[] bytes = answer.bytes();
            buffer.putBytes(bytes);
            Arrays.fill(bytes, (byte) 0);
        }
        session.writePacket(buffer).addListener(written -> buffer.clear(true));
    }
}

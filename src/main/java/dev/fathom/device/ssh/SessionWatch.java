package dev.fathom.device.ssh;

import dev.fathom.device.PlainText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Remembers how a session went wrong. */
final class SessionWatch implements SessionListener {
    private volatile Optional<Throwable> exception = Optional.empty();
    private volatile Optional<String> farewell = Optional.empty();
    private volatile int code;
    private volatile Optional<String> nothingInCommon = Optional.empty();

    Optional<Throwable> exception() {
        return exception;
    }

    /** What the host said when it ended the connection. */
    Optional<String> farewell() {
        return farewell;
    }

    boolean hadTooManyTries() {
        return code == SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR
                && farewell.filter(text -> text.contains("Too many authentication failures"))
                        .isPresent();
    }

    /** Which kind of algorithm the two sides have none of in common, with what the host offers. */
    Optional<String> nothingInCommon() {
        return nothingInCommon;
    }

    @Override
    public void sessionException(Session session, Throwable t) {
        if (exception.isEmpty()) {
            exception = Optional.of(t);
        }
    }

    @Override
    public void sessionDisconnect(Session session, int reason, String text, String language, boolean initiator) {
        if (!initiator) {
            code = reason;
            farewell = Optional.of(PlainText.of(text));
        }
    }

    @Override
    public void sessionNegotiationEnd(
            Session session,
            Map<KexProposalOption, String> ours,
            Map<KexProposalOption, String> theirs,
            Map<KexProposalOption, String> agreed,
            Throwable reason) {
        if (reason != null) {
            nothingInCommon = KexProposalOption.VALUES.stream()
                    .filter(option -> option != KexProposalOption.C2SLANG && option != KexProposalOption.S2CLANG)
                    .filter(option -> !haveCommon(ours.get(option), theirs.get(option)))
                    .findFirst()
                    .map(option -> option.getDescription() + " (it offers "
                            + PlainText.of(String.valueOf(theirs.get(option))) + ")");
        }
    }

    private static boolean haveCommon(String ours, String theirs) {
        List<String> offered = theirs == null ? List.of() : Arrays.asList(theirs.split(","));
        return ours != null && Arrays.stream(ours.split(",")).anyMatch(offered::contains);
    }
}

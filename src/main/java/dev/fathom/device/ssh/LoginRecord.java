package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was tried to log in to a host, to say afterwards why it did not work. */
final class LoginRecord {
    static final int TRIES = 3;
    private static final String COPY_KEY =
            "Log in to it once with ssh to see what it accepts, or copy your key with ssh-copy-id";

    private final String host;
    private final List<Path> lockedKeys = new ArrayList<>();
    private int keys;
    private int passwords;
    private boolean passwordPossible;
    private boolean passwordExpired;
    private boolean unanswered;

    LoginRecord(String host) {
        this.host = host;
    }

    synchronized void keyOffered() {
        keys++;
    }

    synchronized void keyStayedLocked(Path file) {
        lockedKeys.add(file);
    }

    synchronized void passwordIsPossible() {
        passwordPossible = true;
    }

    synchronized void passwordGiven() {
        passwords++;
    }

    /** Whether a password was given, which was wrong if another is asked for. */
    synchronized boolean hasGivenPasswords() {
        return passwords > 0;
    }

    synchronized void passwordExpired() {
        passwordExpired = true;
    }

    synchronized void unanswered() {
        unanswered = true;
    }

    /** Whether one more password may be asked for. */
    synchronized boolean mayAsk() {
        return passwords < TRIES && !unanswered && !passwordExpired;
    }

    synchronized UserException failure(boolean tooMany, Throwable cause) {
        if (passwordExpired) {
            return new UserException(
                    "The password on " + host + " has expired", "Log in once with ssh and choose a new one", cause);
        }
        if (passwords > 0) {
            String times = passwords == 1 ? "once" : passwords == 2 ? "twice" : "three times";
            return new UserException(
                    "The password for " + host + " was wrong " + times,
                    "Check the user's name and the password",
                    cause);
        }
        if (tooMany) {
            return new UserException(
                    host + " ended the login after " + keys + " keys that it does not accept",
                    "Name the right one in ~/.ssh/config with IdentityFile and IdentitiesOnly yes",
                    cause);
        }
        if (!lockedKeys.isEmpty()) {
            return new UserException(
                    "The key " + lockedKeys.get(0) + " stayed locked, because its passphrase was not given or wrong",
                    "Add it to the agent with ssh-add, or try again",
                    cause);
        }
        if (passwordPossible) {
            return new UserException(
                    noKey() + ", and it wants a password, which was not given",
                    "Copy your key with ssh-copy-id, or connect from a terminal",
                    cause);
        }
        return new UserException(noKey() + ", and it takes no password", COPY_KEY, cause);
    }

    private String noKey() {
        return switch (keys) {
            case 0 -> "There is no key to offer to " + host;
            case 1 -> host + " does not accept the key that was offered";
            default -> host + " accepts none of the " + keys + " keys that were offered";
        };
    }
}

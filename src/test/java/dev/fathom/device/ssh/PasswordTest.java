package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Passwords against a real OpenSSH server, for a user that is made for the test; needs root, as in CI's container. */
@Timeout(240)
class PasswordTest {
    private static final String PASSWORD = "Rübe 1'\"$";

    @TempDir
    Path folder;

    private final ScriptedPrompt prompt = new ScriptedPrompt();
    private OpenSshServer server;
    private TestUser user;

    @BeforeEach
    void makeUser() throws IOException {
        user = TestUser.make(folder, PASSWORD);
    }

    @AfterEach
    void removeUser() throws IOException {
        if (server != null) {
            server.close();
        }
        if (user != null) {
            user.close();
        }
    }

    private void serve(String... settings) {
        server = OpenSshServer.start(folder.resolve("server"), List.of("ed25519"), settings);
    }

    private SshMachine connect(SecretPrompt secrets) {
        return new SshConnector(server.files(), HostKeyQuestion.REFUSE, secrets, warning -> {})
                .connect(SshTarget.parse(user.name() + "@127.0.0.1:" + server.port()), () -> false);
    }

    private void assertLogsIn() throws IOException {
        try (SshMachine machine = connect(prompt)) {
            assertEquals(
                    user.name() + "\n",
                    machine.run("id -un", Duration.ofSeconds(20)).out());
        }
        prompt.assertAllWiped();
    }

    @Test
    void aPasswordIsAskedAgainUntilItIsRight() throws IOException {
        serve("PasswordAuthentication yes");
        server.authorizeNobody();
        prompt.passwords("falsch", PASSWORD);
        assertLogsIn();
        String question = "Password of " + user.name() + "@127.0.0.1:" + server.port();
        assertEquals(List.of(question, "That was wrong. " + question), prompt.questions());
    }

    @Test
    void aPasswordIsAskedThreeTimesAtMost() {
        serve("PasswordAuthentication yes");
        prompt.passwords("eins", "zwei", "drei", "vier");
        UserException e = assertThrows(UserException.class, () -> connect(notTheKey()));
        assertTrue(e.what().endsWith("was wrong three times"), e.what());
        assertEquals(3, prompt.questions().size());
        assertFalse(e.sentence().contains("zwei"));
        prompt.assertAllWiped();
    }

    /** The client's key would be accepted; these tests are about what comes after keys. */
    private SecretPrompt notTheKey() throws IOException {
        server.authorizeNobody();
        return prompt;
    }

    @Test
    void withoutAnybodyToAskItSaysSo() {
        serve("PasswordAuthentication yes");
        UserException e = assertThrows(UserException.class, () -> {
            notTheKey();
            connect(SecretPrompt.NOBODY);
        });
        assertTrue(e.what().endsWith("wants a password, which was not given"), e.what());
        assertTrue(e.remedy().contains("ssh-copy-id"), e.remedy());
    }

    @Test
    void questionsOfTheHostAreAnswered() throws IOException {
        assumeTrue(Files.exists(Path.of("/etc/pam.d/sshd")), "PAM is not set up for sshd");
        serve("UsePAM yes", "KbdInteractiveAuthentication yes");
        server.authorizeNobody();
        prompt.passwords("falsch", PASSWORD);
        assertLogsIn();
        assertEquals(2, prompt.questions().size());
    }

    @Test
    void whoIsAskedCanStopTheWholeThing() {
        serve("PasswordAuthentication yes");
        SecretPrompt stopping = new SecretPrompt() {
            @Override
            public Optional<char[]> password(String question) {
                throw new CancellationException("no more");
            }

            @Override
            public Optional<char[]> passphrase(Path file) {
                throw new CancellationException("no more");
            }
        };
        assertThrows(CancellationException.class, () -> {
            notTheKey();
            connect(stopping);
        });
    }
}

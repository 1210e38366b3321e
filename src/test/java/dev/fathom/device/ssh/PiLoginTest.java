package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.device.ShellQuote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A Raspberry Pi, real or emulated, with the user {@code pi} and the password {@code raspberry}. */
@Tag("slow")
@Timeout(300)
class PiLoginTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final ScriptedPrompt prompt = new ScriptedPrompt();
    private EmulatedPi pi;

    @BeforeEach
    void find() {
        pi = EmulatedPi.find();
    }

    private SshMachine connect(HostKeyQuestion question) throws IOException {
        return connect(pi.strangersFiles(folder), question);
    }

    private SshMachine connect(SshFiles files, HostKeyQuestion question) {
        return new SshConnector(files, question, prompt, warning -> {}).connect(pi.target(), () -> false);
    }

    private void know(String... lines) throws IOException {
        Files.createDirectories(folder.resolve(".ssh"));
        Files.write(folder.resolve(".ssh/known_hosts"), List.of(lines));
    }

    /** A line of known_hosts with the Pi's key of a type. */
    private String hostKey(String type) throws IOException {
        return OpenSshServer.call(
                        "sh",
                        "-c",
                        "ssh-keyscan -T 60 -t " + type + " -p " + pi.port() + " " + pi.host() + " 2>/dev/null")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aKeyOpensItAndAHostOfWhichOneKeyIsKnownIsAskedForThatOne() throws IOException {
        for (String type : List.of("rsa", "ecdsa", "ed25519")) {
            know(hostKey(type));
            try (SshMachine machine = connect(pi.files(folder), HostKeyQuestion.REFUSE)) {
                assertEquals("pi\n", machine.run("id -un", LIMIT).out());
            }
        }
        assertEquals(List.of(), prompt.questions());
    }

    @Test
    void aChangedKeyIsRefusedWithBothFingerprints() throws IOException {
        OpenSshServer.keygen(folder.resolve("old"), "ed25519", "");
        String[] old = Files.readString(folder.resolve("old.pub")).split(" ");
        know(pi.name() + " " + old[0] + " " + old[1]);
        String sentence = assertThrows(UserException.class, () -> connect(pi.files(folder), HostKeyQuestion.ACCEPT_NEW))
                .sentence();
        assertTrue(sentence.contains("has changed"), sentence);
        assertEquals(3, sentence.split("SHA256:").length, sentence);
        assertTrue(sentence.contains("ssh-keygen -f "), sentence);
    }

    @Test
    void aPasswordOpensAFreshPiAndAFileArrivesWhole() throws IOException {
        UserException unknown = assertThrows(UserException.class, () -> connect(HostKeyQuestion.REFUSE));
        assertTrue(unknown.sentence().contains("SHA256:"), unknown.sentence());

        prompt.passwords("himbeere", "raspberry");
        byte[] content = new byte[1_000_000];
        new Random(2).nextBytes(content);
        try (SshMachine machine = connect(HostKeyQuestion.ACCEPT_NEW)) {
            assertEquals("pi\naarch64\n", machine.run("id -un; uname -m", LIMIT).out());
            String file = machine.run("mktemp", LIMIT).out().strip();
            machine.write(file, 0, new ByteArrayInputStream(content), n -> {});
            String size = machine.run("wc -c < " + ShellQuote.quote(file) + "; rm " + ShellQuote.quote(file), LIMIT)
                    .out();
            assertEquals("1000000", size.strip());
        }
        prompt.assertAllWiped();
    }

    @Test
    void aWrongPasswordIsSaidAfterThreeTries() {
        prompt.passwords("a", "b", "c", "d");
        UserException e = assertThrows(UserException.class, () -> connect(HostKeyQuestion.ACCEPT_NEW));
        assertTrue(e.what().endsWith("was wrong three times"), e.what());
        assertEquals(3, prompt.questions().size());
    }
}

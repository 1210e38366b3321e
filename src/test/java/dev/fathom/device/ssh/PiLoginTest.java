package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fathom.core.UserException;
import dev.fathom.device.ShellQuote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
    private String pi;

    @BeforeEach
    void find() {
        pi = System.getenv("FATHOM_EMULATED_PI");
        assumeTrue(pi != null, "FATHOM_EMULATED_PI (host:port) is not set");
    }

    private SshMachine connect(HostKeyQuestion question) {
        SshFiles files = new SshFiles(folder, folder.resolve("system"), Optional.empty());
        return new SshConnector(files, question, prompt, warning -> {})
                .connect(SshTarget.parse("pi@" + pi), () -> false);
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

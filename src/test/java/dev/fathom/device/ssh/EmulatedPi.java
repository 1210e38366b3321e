package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * A Raspberry Pi, real or emulated, as {@code FATHOM_EMULATED_PI=host:port:keyfile} names it: user {@code pi}, password
 * {@code raspberry}, and the key opens it, too.
 */
public record EmulatedPi(String host, int port, Path key) {
    private static final String VARIABLE = "FATHOM_EMULATED_PI";

    /** Skips the test if none is named. */
    public static EmulatedPi find() {
        String place = System.getenv(VARIABLE);
        assumeTrue(place != null, VARIABLE + "=host:port:keyfile is not set");
        String[] words = place.split(":", 3);
        return new EmulatedPi(words[0], Integer.parseInt(words[1]), Path.of(words[2]));
    }

    public SshTarget target() {
        return SshTarget.parse("pi@" + host + ":" + port);
    }

    /** Its name in known_hosts. */
    public String name() {
        return "[" + host + "]:" + port;
    }

    /** Files of a user who knows no host and has no key. */
    public SshFiles strangersFiles(Path home) throws IOException {
        Files.createDirectories(home.resolve(".ssh"));
        return new SshFiles(home, home.resolve("system"), Optional.empty());
    }

    /** Files of a user who knows no host and has the key. */
    public SshFiles files(Path home) throws IOException {
        SshFiles files = strangersFiles(home);
        Path copy = home.resolve(".ssh/id_ed25519");
        if (!Files.exists(copy)) {
            Files.copy(key, copy);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        }
        return files;
    }

    /** Connects by the key. */
    public SshMachine connect(Path home) throws IOException {
        return new SshConnector(files(home), HostKeyQuestion.ACCEPT_NEW, SecretPrompt.NOBODY, warning -> {})
                .connect(target(), () -> false);
    }
}

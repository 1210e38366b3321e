package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import dev.fathom.device.LinkLostException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Aliases and jump hosts of the user's configuration, with three real OpenSSH servers. */
@Timeout(300)
class JumpTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private OpenSshServer gate;
    private OpenSshServer middle;
    private OpenSshServer inner;

    @BeforeEach
    void start() throws IOException {
        gate = OpenSshServer.start(folder.resolve("gate"));
        middle = OpenSshServer.start(folder.resolve("middle"));
        inner = OpenSshServer.start(folder.resolve("inner"));
        for (OpenSshServer server : List.of(middle, inner)) {
            server.authorize(gate.clientKey());
            Files.writeString(gate.knownHosts(), Files.readString(server.knownHosts()), StandardOpenOption.APPEND);
        }
        config(
                "Host gate middle inner far lost",
                "  HostName 127.0.0.1",
                "Host gate",
                "  Port " + gate.port(),
                "Host middle",
                "  Port " + middle.port(),
                "  ProxyJump gate",
                "Host inner",
                "  Port " + inner.port(),
                "  ProxyJump middle",
                "Host far",
                "  Port " + inner.port(),
                "  ProxyJump 127.0.0.1:" + gate.port() + ",127.0.0.1:" + middle.port(),
                "Host lost",
                "  Port 1",
                "  ProxyJump gate",
                "Host circle",
                "  ProxyJump circle");
    }

    @AfterEach
    void stop() {
        for (OpenSshServer server : new OpenSshServer[] {gate, middle, inner}) {
            if (server != null) {
                server.close();
            }
        }
    }

    private void config(String... lines) throws IOException {
        Files.write(gate.clientHome().resolve(".ssh/config"), List.of(lines));
    }

    private SshMachine connect(String target) {
        return new SshConnector(gate.files(), HostKeyQuestion.REFUSE, SecretPrompt.NOBODY, warning -> {})
                .connect(SshTarget.parse(target), () -> false);
    }

    private void assertReachesInner(String target) throws IOException {
        try (SshMachine machine = connect(target)) {
            assertEquals(inner.home() + "\n", machine.run("echo $HOME", LIMIT).out());
            assertEquals(List.of(1, 1, 1), List.of(gate.connections(), middle.connections(), inner.connections()));
            assertTrue(machine.name().endsWith("@127.0.0.1:" + inner.port()), machine.name());
        }
    }

    @Test
    void anAliasLeadsThroughAllItsJumpHosts() throws IOException {
        assertReachesInner("inner");
    }

    @Test
    void aListOfJumpHostsIsGoneThroughInOrder() throws IOException {
        assertReachesInner("far");
    }

    @Test
    void everyHostOnTheWayMustBeKnown() throws IOException {
        Files.writeString(gate.knownHosts(), inner.name() + " " + inner.hostKey("ed25519") + "\n");
        gate.trust("ed25519");
        UserException e = assertThrows(UserException.class, () -> connect("inner"));
        assertTrue(e.sentence().contains("of " + middle.name() + " is not known"), e.sentence());
        assertEquals(0, inner.connections());
    }

    @Test
    void whatTheJumpHostCannotReachIsSaid() {
        UserException e = assertThrows(UserException.class, () -> connect("lost"));
        assertEquals("127.0.0.1 gets no SSH connection to 127.0.0.1 on port 1", e.what());
    }

    @Test
    void aCircleIsNoticed() {
        UserException e = assertThrows(UserException.class, () -> connect("circle"));
        assertTrue(e.sentence().contains("circles"), e.sentence());
    }

    @Test
    void aBrokenLinkOnTheWayIsALostLink() throws IOException {
        try (SshMachine machine = connect("inner")) {
            Path file = inner.home().resolve("file");
            byte[] content = new byte[3_000_000];
            assertThrows(
                    LinkLostException.class,
                    () -> machine.write(file.toString(), 0, new ByteArrayInputStream(content), n -> {
                        if (n > 1_000_000) {
                            gate.dropConnections();
                        }
                    }));
            assertTrue(Files.size(file) >= 1_000_000);
        }
    }
}

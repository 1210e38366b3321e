package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.device.CommandResult;
import dev.fathom.device.LinkLostException;
import dev.fathom.device.RunningCommand;
import dev.fathom.device.ShellQuote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands and files on a machine that a real OpenSSH server is. */
@Timeout(240)
class SshMachineTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Limits IMPATIENT = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(1));

    @TempDir
    private static Path folder;

    private static OpenSshServer server;
    private SshMachine machine;

    @BeforeAll
    static void start() {
        server = OpenSshServer.start(folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void connect() {
        machine = server.connect();
    }

    @AfterEach
    void disconnect() throws Exception {
        machine.close();
        for (int i = 0; i < 100 && server.connections() > 0; i++) {
            Thread.sleep(20);
        }
    }

    @Test
    void aCommandSaysWhatItSaysAndHowItEnded() throws IOException {
        CommandResult result = machine.run("printf 'Grüße 深度\\n'; echo 'so nicht' >&2; exit 3", LIMIT);
        assertEquals(new CommandResult(3, "Grüße 深度\n", "so nicht\n"), result);
        assertEquals(128 + 9, machine.run("kill -9 $$", LIMIT).exit());
        assertEquals(127, machine.run("there-is-no-such-command", LIMIT).exit());
        assertTrue(machine.name().endsWith("@127.0.0.1:" + server.port()), machine.name());
    }

    @Test
    void argumentsArriveAsTheyAre() throws IOException {
        for (String hard : List.of("; $(touch x)", "'", "\"", "a  b", "ü\nzweite", "-n", "`id`", "\\", "!$*?")) {
            assertEquals(
                    hard,
                    machine.run("printf %s " + ShellQuote.quote(hard), LIMIT).out(),
                    hard);
        }
    }

    @Test
    void commandsSeeTheHomeOfTheFixtureAndAnEndOfTheirInput() throws IOException {
        assertEquals(
                server.home() + "\n", machine.run("echo \"$HOME\"; cat", LIMIT).out());
    }

    @Test
    void largeOutputComesWhole() throws IOException {
        CommandResult result =
                machine.run("head -c 20000000 /dev/zero | tr '\\0' x; head -c 300000 /dev/zero >&2", LIMIT);
        assertEquals(20_000_000, result.out().length());
        assertEquals(300_000, result.err().length());
    }

    @Test
    void aCommandThatTakesTooLongIsEndedOnTheMachineToo() throws Exception {
        Path alive = server.home().resolve("alive");
        String command = "while true; do echo x >> " + alive + "; sleep 0.1; done";
        IOException e = assertThrows(IOException.class, () -> machine.run(command, Duration.ofSeconds(1)));
        assertTrue(e.getMessage().contains("within 1 s"), e.getMessage());
        long before = -1;
        for (int i = 0; i < 60 && before != Files.size(alive); i++) {
            before = Files.size(alive);
            Thread.sleep(500);
        }
        assertEquals(before, Files.size(alive), "it still writes");
        assertEquals("still here\n", machine.run("echo still here", LIMIT).out());
    }

    @Test
    void aLongCommandIsReadWhileItRuns() throws IOException {
        try (RunningCommand command =
                machine.start("echo first; read answer; echo warum >&2; head -c 300000 /dev/zero; exit 5")) {
            InputStream out = command.out();
            assertEquals("first\n", new String(out.readNBytes(6), StandardCharsets.UTF_8));
            // Closing is all that the other side's standard input ever gets.
            assertEquals("", command.err());
        }
        try (RunningCommand command = machine.start("echo warum >&2; head -c 300000 /dev/urandom; exit 5")) {
            assertEquals(300_000, command.out().readAllBytes().length);
            assertEquals(5, command.join());
            assertEquals("warum\n", command.err());
        }
    }

    @Test
    void closingACommandEndsItsStandardInput() throws Exception {
        Path ended = server.home().resolve("ended");
        RunningCommand command = machine.start("echo ready; cat >/dev/null; touch " + ended);
        command.out().readNBytes(6);
        command.close();
        for (int i = 0; i < 100 && !Files.exists(ended); i++) {
            Thread.sleep(50);
        }
        assertTrue(Files.exists(ended));
    }

    @Test
    void aFileIsWrittenAndWhatItHeldIsReplaced() throws IOException {
        byte[] content = random(300_001);
        String path = server.home().resolve("mödel (1).tflite").toString();
        List<Long> told = new ArrayList<>();
        machine.write(path, 0, new ByteArrayInputStream(random(500_000)), n -> {});
        machine.write(path, 0, new ByteArrayInputStream(content), told::add);
        assertArrayEquals(content, Files.readAllBytes(Path.of(path)));
        assertEquals(content.length, told.get(told.size() - 1));
        assertTrue(told.size() > 3);

        machine.write(path, 100, new ByteArrayInputStream(content, 100, 50), n -> {});
        assertArrayEquals(Arrays.copyOf(content, 150), Files.readAllBytes(Path.of(path)));
    }

    @Test
    void aFileThatCannotBeWrittenIsNotALostLink() throws IOException {
        InputStream content = new ByteArrayInputStream(new byte[1]);
        IOException nowhere =
                assertThrows(IOException.class, () -> machine.write("/nowhere/file", 0, content, n -> {}));
        assertTrue(!(nowhere instanceof LinkLostException));
        String path = server.home().resolve("short").toString();
        IOException tooFar = assertThrows(IOException.class, () -> machine.write(path, 10, content, n -> {}));
        assertTrue(tooFar.getMessage().contains("0 bytes instead of 10"), tooFar.getMessage());
    }

    @Test
    void whatArrivedBeforeTheLinkBrokeStaysAndTheRestCompletesIt() throws Exception {
        byte[] content = random(5_000_000);
        Path file = server.home().resolve("model.part");
        assertThrows(
                LinkLostException.class,
                () -> machine.write(file.toString(), 0, new ByteArrayInputStream(content), n -> {
                    if (n > 2_000_000) {
                        server.dropConnections();
                    }
                }));
        long arrived = Files.size(file);
        assertTrue(arrived >= 2_000_000 && arrived < content.length, "arrived: " + arrived);

        try (SshMachine again = server.connect()) {
            InputStream rest = new ByteArrayInputStream(content, (int) arrived, content.length - (int) arrived);
            again.write(file.toString(), arrived, rest, n -> {});
            String sum = again.run("sha256sum " + ShellQuote.quote(file.toString()), LIMIT)
                    .out();
            assertEquals(sha256(content), sum.substring(0, 64));
        }
    }

    @Test
    void aBrokenLinkEndsACommandAtOnce() throws Exception {
        RunningCommand command = machine.start("echo ready; sleep 100");
        command.out().readNBytes(6);
        server.dropConnections();
        command.out().readAllBytes();
        assertThrows(LinkLostException.class, command::join);
        assertThrows(LinkLostException.class, () -> machine.run("true", LIMIT));
        assertThrows(LinkLostException.class, () -> machine.start("true"));
    }

    @Test
    void aSilentLinkIsNoticed() throws Exception {
        try (SshMachine watched = server.connect(IMPATIENT)) {
            RunningCommand command = watched.start("echo ready; sleep 100");
            command.out().readNBytes(6);
            server.freezeConnections();
            assertThrows(LinkLostException.class, command::join);
        } finally {
            server.dropConnections();
        }
    }

    @Test
    void closingTheMachineEndsTheConnection() throws Exception {
        assertEquals(1, server.connections());
        machine.close();
        for (int i = 0; i < 100 && server.connections() > 0; i++) {
            Thread.sleep(50);
        }
        assertEquals(0, server.connections());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

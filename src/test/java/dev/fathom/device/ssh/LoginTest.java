package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Keys in files and in the agent, against a real OpenSSH server and a real agent. */
@Timeout(240)
class LoginTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final ScriptedPrompt prompt = new ScriptedPrompt();
    private OpenSshServer server;
    private Optional<Path> agent = Optional.empty();

    @BeforeEach
    void start() {
        server = OpenSshServer.start(folder);
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
        }
        if (agent.isPresent()) {
            OpenSshServer.call("sh", "-c", "kill $(cat " + folder.resolve("agent.pid") + ")");
        }
    }

    private void connect() {
        SshFiles files = new SshFiles(server.clientHome(), server.files().system(), agent);
        new SshConnector(files, HostKeyQuestion.REFUSE, prompt, warnings::add)
                .connect(server.target(), () -> false)
                .close();
    }

    private String refusal() {
        return assertThrows(UserException.class, this::connect).sentence();
    }

    /** Replaces the client's key by another that the server accepts. */
    private void useKey(String type, String passphrase, String... more) throws IOException {
        Files.delete(server.clientKey());
        Files.delete(Path.of(server.clientKey() + ".pub"));
        server.authorizeNobody();
        Path key = server.clientKey().resolveSibling("id_" + type);
        OpenSshServer.keygen(key, type, passphrase, more);
        server.authorize(key);
    }

    private void startAgent() throws IOException {
        Path socket = folder.resolve("agent");
        String said = OpenSshServer.call("ssh-agent", "-s", "-a", socket.toString());
        Files.writeString(folder.resolve("agent.pid"), said.replaceAll("(?s).*SSH_AGENT_PID=(\\d+).*", "$1"));
        agent = Optional.of(socket);
    }

    private void addToAgent(Path key) throws IOException {
        OpenSshServer.call("sh", "-c", "SSH_AUTH_SOCK=" + agent.get() + " ssh-add -q " + key);
    }

    @Test
    void everyKindOfKeyFileWorks() throws IOException {
        connect();
        useKey("ecdsa", "");
        connect();
        Files.delete(server.clientKey().resolveSibling("id_ecdsa"));
        OpenSshServer.keygen(server.clientKey(), "rsa", "", "-m", "PEM");
        server.authorize(server.clientKey());
        connect();
        assertEquals(List.of(), warnings);
    }

    @Test
    void anEncryptedKeyAsksForItsPassphraseAndWipesIt() throws IOException {
        useKey("ed25519", "geheim ü");
        prompt.passphrases("falsch", "geheim ü");
        connect();
        assertEquals(List.of(server.clientKey().toString(), server.clientKey().toString()), prompt.questions());
        prompt.assertAllWiped();
    }

    @Test
    void anEncryptedPemKeyWorks() throws IOException {
        useKey("rsa", "geheim", "-m", "PEM");
        prompt.passphrases("geheim");
        connect();
    }

    @Test
    void aWrongPassphraseIsAskedThreeTimes() throws IOException {
        useKey("ed25519", "geheim");
        prompt.passphrases("eins", "zwei", "drei", "geheim");
        String sentence = refusal();
        assertTrue(sentence.contains(server.clientKey() + " stayed locked"), sentence);
        assertEquals(3, prompt.questions().size());
        prompt.assertAllWiped();
        assertFalse(sentence.contains("eins"));
    }

    @Test
    void aKeyThatTheHostDoesNotWantIsNotUnlocked() throws IOException {
        useKey("ed25519", "geheim");
        server.authorizeNobody();
        String sentence = refusal();
        assertTrue(sentence.contains("does not accept the key that was offered, and it takes no password"), sentence);
        assertEquals(List.of(), prompt.questions());
    }

    @Test
    void aLockedKeyIsPassedOverForTheNext() throws IOException {
        Path second = server.clientKey().resolveSibling("id_rsa");
        OpenSshServer.keygen(second, "rsa", "");
        useKey("ed25519", "geheim");
        server.authorize(second);
        connect();
        assertEquals(1, prompt.questions().size());
    }

    @Test
    void withoutAnyKeyItSaysSo() throws IOException {
        Files.delete(server.clientKey());
        String sentence = refusal();
        assertTrue(sentence.contains("There is no key to offer to "), sentence);
    }

    @Test
    void keysInTheAgentAreUsed() throws IOException {
        startAgent();
        for (String type : List.of("ed25519", "ecdsa", "rsa")) {
            Path key = folder.resolve("agent_" + type);
            OpenSshServer.keygen(key, type, "");
            server.authorizeNobody();
            server.authorize(key);
            addToAgent(key);
            Files.delete(key);
            Files.deleteIfExists(server.clientKey());
            connect();
            OpenSshServer.call("sh", "-c", "SSH_AUTH_SOCK=" + agent.get() + " ssh-add -q -D");
        }
        assertEquals(List.of(), warnings);
    }

    @Test
    void identitiesOnlyLeavesOutTheAgentsOtherKeys() throws IOException {
        startAgent();
        for (int i = 0; i < 8; i++) {
            Path key = folder.resolve("agent_" + i);
            OpenSshServer.keygen(key, "ed25519", "");
            addToAgent(key);
        }
        String sentence = refusal();
        assertTrue(sentence.contains("ended the login after") && sentence.contains("IdentitiesOnly yes"), sentence);
        Files.writeString(server.clientHome().resolve(".ssh/config"), "IdentitiesOnly yes\n");
        connect();
    }

    @Test
    void anAgentThatIsGoneIsToldAndTheFileIsUsed() {
        agent = Optional.empty();
        SshFiles files = new SshFiles(
                server.clientHome(), server.files().system(), Optional.of(folder.resolve("no-such-socket")));
        new SshConnector(files, HostKeyQuestion.REFUSE, prompt, warnings::add)
                .connect(server.target(), () -> false)
                .close();
        assertTrue(warnings.get(0).contains("no-such-socket cannot be asked for keys"), warnings.get(0));
    }

    @Test
    void keysThatOthersCanReadAndBrokenOnesAreLeftOutWithAWord() throws IOException {
        Files.setPosixFilePermissions(server.clientKey(), PosixFilePermissions.fromString("rw-r--r--"));
        Path broken = Files.writeString(server.clientKey().resolveSibling("id_rsa"), "no key at all");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rw-------"));
        refusal();
        assertTrue(warnings.get(0).contains("chmod 600"), warnings.get(0));
        assertTrue(warnings.get(1).contains("id_rsa cannot be read"), warnings.get(1));
    }

    @Test
    void secretsDoNotShowThemselves() {
        Secret secret = new Secret("geheim".toCharArray());
        assertEquals("***", secret.toString());
        assertArrayEquals("geheim".getBytes(), secret.bytes());
        secret.close();
        assertArrayEquals(new char[6], secret.characters());
    }

    /** Whatever an agent answers, the connection comes about by the key file. */
    @Test
    void anAgentThatTalksNonsenseIsLeftOut() throws Exception {
        byte[][] answers = {
            {0, 0, 0, 5, 12, 127, -1, -1, -1}, // two thousand million keys, of which none follows
            {0, 0, 0, 10, 12, 0, 0, 0, 1, 127, -1, -1, -1, 7}, // a key that is longer than the answer
            {0, 0, 0, 1, 5}, // it refuses
            {-1, -1, -1, -1}, // a length below nothing
            {0, 0, 0, 9, 12} // it hangs up
        };
        for (int i = 0; i < answers.length; i++) {
            Path socket = folder.resolve("agent" + i);
            byte[] answer = answers[i];
            try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.bind(UnixDomainSocketAddress.of(socket));
                Thread nonsense = new Thread(() -> answer(channel, answer));
                nonsense.start();
                SshFiles files =
                        new SshFiles(server.clientHome(), server.files().system(), Optional.of(socket));
                new SshConnector(files, HostKeyQuestion.REFUSE, prompt, warnings::add)
                        .connect(server.target(), () -> false)
                        .close();
                nonsense.join();
            }
            assertEquals(i + 1, warnings.size(), warnings.toString());
            assertTrue(warnings.get(i).contains("cannot be asked for keys"), warnings.get(i));
        }
    }

    private static void answer(ServerSocketChannel channel, byte[] answer) {
        try (SocketChannel asked = channel.accept()) {
            asked.read(ByteBuffer.allocate(100));
            asked.write(ByteBuffer.wrap(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

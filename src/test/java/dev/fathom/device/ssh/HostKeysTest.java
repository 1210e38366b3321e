package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom the client trusts, against a real OpenSSH server. */
@Timeout(240)
class HostKeysTest {
    private static final List<String> ALL = List.of("ed25519", "ecdsa", "rsa");

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final List<UnknownHostKey> asked = new ArrayList<>();
    private OpenSshServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private void serve(List<String> offered) {
        server = OpenSshServer.start(folder, offered);
    }

    private void connect(HostKeyQuestion question) {
        connect(question, Limits.USUAL);
    }

    private void connect(HostKeyQuestion question, Limits limits) {
        HostKeyQuestion recording = key -> {
            asked.add(key);
            return question.accept(key);
        };
        new SshConnector(server.files(), recording, SecretPrompt.NOBODY, warnings::add, limits)
                .connect(server.target(), () -> false)
                .close();
    }

    private String refusal(HostKeyQuestion question) {
        return assertThrows(UserException.class, () -> connect(question)).sentence();
    }

    private static void assertContains(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), () -> "\"" + part + "\" is not in: " + text);
        }
    }

    @Test
    void anUnknownHostIsRefusedWithItsFingerprint() throws IOException {
        serve(List.of("ed25519"));
        server.trust();
        String sentence = refusal(HostKeyQuestion.REFUSE);
        assertContains(sentence, server.name(), "ED25519", server.fingerprint("ed25519"), "--accept-new-host");
        assertEquals(
                List.of(new UnknownHostKey(server.name(), "ED25519", server.fingerprint("ed25519"), List.of())), asked);
        assertEquals("", Files.readString(server.knownHosts()));
        assertFalse(server.log().contains("Accepted publickey"), "nothing is said to a host that is not trusted");
    }

    @Test
    void anAcceptedHostIsKnownFromThenOnHereAndToOpenSsh() throws IOException {
        serve(ALL);
        Files.delete(server.knownHosts());
        connect(HostKeyQuestion.ACCEPT_NEW);
        connect(HostKeyQuestion.REFUSE);
        assertEquals(1, asked.size());
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(server.knownHosts()));
        assertContains(Files.readString(server.knownHosts()), server.name() + " ");
        String said = OpenSshServer.call(
                "ssh",
                "-F",
                "none",
                "-p",
                String.valueOf(server.port()),
                "-i",
                server.clientKey().toString(),
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UserKnownHostsFile=" + server.knownHosts(),
                "-o",
                "GlobalKnownHostsFile=none",
                "127.0.0.1",
                "echo welcome");
        assertContains(said, "welcome");
    }

    @Test
    void anAcceptedHostIsWrittenHashedIfTheConfigurationSaysSo() throws IOException {
        serve(ALL);
        Files.writeString(server.knownHosts(), "# my hosts, without an end of line");
        Files.writeString(server.files().system().resolve("ssh_config"), "Host *\n    HashKnownHosts yes\n");
        connect(HostKeyQuestion.ACCEPT_NEW);
        connect(HostKeyQuestion.REFUSE);
        String text = Files.readString(server.knownHosts());
        assertFalse(text.contains("127.0.0.1"), text);
        assertContains(text, "without an end of line\n|1|");
        assertContains(
                OpenSshServer.call(
                        "ssh-keygen",
                        "-F",
                        server.name(),
                        "-f",
                        server.knownHosts().toString()),
                "found");
    }

    @Test
    void aChangedKeyIsRefusedWithoutAQuestionAndTheRemedyWorks() throws IOException {
        serve(List.of("ed25519"));
        OpenSshServer.keygen(folder.resolve("old"), "ed25519", "");
        String old = Files.readString(folder.resolve("old.pub"));
        Files.writeString(server.knownHosts(), "# comment\n" + server.name() + " " + old);
        String oldFingerprint = OpenSshServer.call(
                        "ssh-keygen", "-lf", folder.resolve("old").toString())
                .split(" ")[1];

        UserException refused = assertThrows(UserException.class, () -> connect(key -> true));
        assertContains(
                refused.sentence(),
                "has changed",
                oldFingerprint,
                server.fingerprint("ed25519"),
                server.knownHosts().toString(),
                "line 2");
        assertEquals(List.of(), asked);

        assertContains(refused.remedy(), refused.command());
        OpenSshServer.call("sh", "-c", refused.command());
        connect(HostKeyQuestion.ACCEPT_NEW);
    }

    @Test
    void aHostOfWhichOneKeyIsKnownIsAskedForThatOne() throws IOException {
        serve(ALL);
        for (String type : ALL) {
            server.trust(type);
            connect(HostKeyQuestion.REFUSE);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void aHostThatShowsOnlyAnotherTypeOfKeyIsSuspicious() throws IOException {
        serve(List.of("ed25519"));
        server.trust("rsa");
        assertContains(refusal(HostKeyQuestion.ACCEPT_NEW), "though its RSA key is", server.fingerprint("ed25519"));
        assertEquals(List.of("RSA"), asked.get(0).otherKnownTypes());
    }

    @Test
    void aRevokedKeyIsRefusedEvenIfItIsKnown() throws IOException {
        serve(List.of("ed25519"));
        Files.writeString(
                server.files().system().resolve("ssh_known_hosts"), "@revoked * " + server.hostKey("ed25519") + "\n");
        assertContains(refusal(key -> true), "revoked", "line 1", "ssh_known_hosts");
    }

    @Test
    void hashedNamesPatternsAndOtherFilesCount() throws IOException {
        serve(List.of("ed25519"));
        OpenSshServer.call("ssh-keygen", "-H", "-f", server.knownHosts().toString());
        assertFalse(Files.readString(server.knownHosts()).contains("127.0.0.1"));
        connect(HostKeyQuestion.REFUSE);

        Files.writeString(
                server.knownHosts(), "other.host,[127.0.0.*]:" + server.port() + " " + server.hostKey("ed25519"));
        connect(HostKeyQuestion.REFUSE);
        Files.writeString(server.knownHosts(), "127.0.0.1 " + server.hostKey("ed25519"));
        connect(HostKeyQuestion.REFUSE);
        Files.writeString(server.knownHosts(), "*,!" + server.name() + ",!127.0.0.1 " + server.hostKey("ed25519"));
        refusal(HostKeyQuestion.REFUSE);

        Files.delete(server.knownHosts());
        Path second = server.knownHosts().resolveSibling("known_hosts2");
        Files.writeString(second, server.name() + " " + server.hostKey("ed25519"));
        connect(HostKeyQuestion.REFUSE);
        Files.delete(second);
        Files.writeString(
                server.files().system().resolve("ssh_known_hosts"), server.name() + " " + server.hostKey("ed25519"));
        connect(HostKeyQuestion.REFUSE);
        assertEquals(List.of(), warnings);
    }

    @Test
    void aCorruptFileIsToldAndItsHostIsUnknown() throws IOException {
        serve(List.of("ed25519"));
        byte[] junk = new byte[5000];
        new Random(3).nextBytes(junk);
        Files.write(server.knownHosts(), junk);
        refusal(HostKeyQuestion.REFUSE);
        assertContains(warnings.get(0), server.knownHosts().toString(), "cannot be read");

        warnings.clear();
        Files.writeString(
                server.knownHosts(),
                server.name() + " ssh-ed25519 AAAAgarbage\n" + server.name() + " " + server.hostKey("ed25519") + "\n");
        connect(HostKeyQuestion.REFUSE);
        assertContains(warnings.get(0), "Line 1 of ");
    }

    @Test
    void aFileThatCannotBeReadIsToldAndItsHostIsUnknown() throws IOException {
        serve(List.of("ed25519"));
        Files.delete(server.knownHosts());
        // A folder in its place: unlike a file without rights, root cannot read it either.
        Files.createDirectory(server.knownHosts());
        refusal(HostKeyQuestion.REFUSE);
        assertContains(warnings.get(0), "cannot be read", "count as unknown");
    }

    @Test
    void aCertificateAuthorityIsLeftOutWithAWord() throws IOException {
        serve(List.of("ed25519"));
        Files.writeString(server.knownHosts(), "@cert-authority * " + server.hostKey("ed25519") + "\n");
        refusal(HostKeyQuestion.REFUSE);
        assertContains(warnings.get(0), "certificate authority", "line 1");
    }

    @Test
    void whatIsKnownByTheBareNameDoesNotExcuseAChangedKey() throws IOException {
        serve(List.of("ed25519"));
        OpenSshServer.keygen(folder.resolve("old"), "ed25519", "");
        Files.writeString(
                server.knownHosts(),
                "127.0.0.1 " + server.hostKey("ed25519") + "\n" + server.name() + " "
                        + Files.readString(folder.resolve("old.pub")));
        assertContains(refusal(key -> true), "has changed");
    }

    @Test
    void aQuestionCanStopTheWholeThing() throws IOException {
        serve(List.of("ed25519"));
        server.trust();
        HostKeyQuestion stopping = key -> {
            throw new CancellationException("no more");
        };
        assertThrows(CancellationException.class, () -> connect(stopping));
        assertEquals("", Files.readString(server.knownHosts()));
    }

    @Test
    void aQuestionIsAnsweredWithoutHurry() throws IOException {
        serve(List.of("ed25519"));
        server.trust();
        Limits hasty = new Limits(Duration.ofSeconds(2), Limits.USUAL.heartbeat());
        connect(
                key -> {
                    pause(2_500);
                    return true;
                },
                hasty);
        assertContains(Files.readString(server.knownHosts()), server.hostKey("ed25519"));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

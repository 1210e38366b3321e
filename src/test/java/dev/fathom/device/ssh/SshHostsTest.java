package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write, on the command line and in ssh_config. */
class SshHostsTest {
    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();
    private Path ssh;

    @BeforeEach
    void home() throws IOException {
        ssh = Files.createDirectories(folder.resolve("home/.ssh"));
        Files.createDirectories(folder.resolve("system/conf.d"));
    }

    private SshHost find(String target) {
        SshFiles files = new SshFiles(folder.resolve("home"), folder.resolve("system"), Optional.of(Path.of("/agent")));
        return new SshHosts(files, warnings::add).find(SshTarget.parse(target));
    }

    private void config(String text) throws IOException {
        Files.writeString(ssh.resolve("config"), text);
    }

    private static SshTarget target(String user, String host, int port) {
        return new SshTarget(Optional.ofNullable(user), host, port == 0 ? OptionalInt.empty() : OptionalInt.of(port));
    }

    @Test
    void targetsAreRead() {
        assertEquals(target(null, "pi", 0), SshTarget.parse("pi"));
        assertEquals(target("pi", "raspberrypi.local", 0), SshTarget.parse("pi@raspberrypi.local"));
        assertEquals(target("pi", "10.0.0.7", 2222), SshTarget.parse("pi@10.0.0.7:2222"));
        assertEquals(target("pi", "fe80::1%eth0", 2222), SshTarget.parse("pi@[fe80::1%eth0]:2222"));
        assertEquals(target(null, "::1", 0), SshTarget.parse("[::1]"));
        assertEquals(target("pi", "2001:db8::7", 0), SshTarget.parse("pi@2001:db8::7"));
        assertEquals(target("a@b", "host", 22), SshTarget.parse("ssh://a@b@host:22"));
        assertEquals("pi@[::1]:22", SshTarget.parse("pi@[::1]:22").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "pi@",
                "-oProxyCommand=x",
                "a b",
                "pi@host:",
                "pi@host:0",
                "pi@host:70000",
                "[::1",
                "h:p"
            })
    void whatIsNoTargetIsRefused(String text) {
        assertThrows(UserException.class, () -> SshTarget.parse(text));
    }

    @Test
    void withoutAConfigurationTheUsualHolds() {
        SshHost host = find("Pi.Local");
        assertEquals(List.of("Pi.Local", 22, "pi.local"), List.of(host.address(), host.port(), host.keyName()));
        assertEquals(System.getProperty("user.name"), host.user());
        assertEquals(ssh.resolve("id_ed25519"), host.identities().get(0));
        assertEquals(Optional.of(Path.of("/agent")), host.agent());
        assertEquals(ssh.resolve("known_hosts"), host.knownHosts().get(0));
    }

    @Test
    void theFirstValueCountsAndKeyFilesAddUp() throws IOException {
        config(
                """
                # mine
                Host pi Zero?
                    HostName = "10.0.0.%h"
                    User=pi   # not root
                    IdentityFile ~/.ssh/%n_%r
                    IdentityAgent none
                    UserKnownHostsFile /a "~/b c"
                Host * !other
                    User everybody
                    Port 2222
                    IdentityFile /keys/common
                    HashKnownHosts yes
                    identitiesonly YES
                """);
        SshHost host = find("pi");
        assertEquals("pi@10.0.0.pi:2222", host.label());
        assertEquals("[10.0.0.pi]:2222", host.keyName());
        assertEquals(List.of(ssh.resolve("pi_pi"), Path.of("/keys/common")), host.identities());
        assertEquals(List.of(Path.of("/a"), folder.resolve("home/b c")), host.knownHosts());
        assertEquals(Optional.empty(), host.agent());
        assertTrue(host.hashNames() && host.onlyIdentities());
        assertEquals("root@10.0.0.zero1:23", find("root@zero1:23").label());
        assertEquals(22, find("other").port());
    }

    @Test
    void includesAndMatchesAndTheSystemsFileCount() throws IOException {
        config(
                """
                Include more/*.conf /nowhere/at.all
                Match originalhost lab* user pi
                    Port 1111
                Match exec "true"
                    Port 2222
                Match all
                    ProxyJump none
                """);
        Files.createDirectories(ssh.resolve("more"));
        Files.writeString(ssh.resolve("more/a.conf"), "Host lab1\n  User pi\n");
        Files.writeString(ssh.resolve("more/b.conf"), "Host lab2\n  Include included\n");
        Files.writeString(ssh.resolve("included"), "HostKeyAlias lab\nHost lab*\nProxyCommand nc\n");
        Files.writeString(folder.resolve("system/ssh_config"), "Include conf.d/*\nPort 3333\nProxyJump gate\n");
        Files.writeString(folder.resolve("system/conf.d/x"), "User system\n");

        assertEquals(
                List.of(1111, "pi"), List.of(find("lab1").port(), find("lab1").user()));
        assertEquals(
                List.of(3333, "system", "lab"),
                List.of(find("lab2").port(), find("lab2").user(), find("lab2").keyName()));
        assertEquals(List.of(), find("lab1").jumps());
        assertTrue(warnings.stream().anyMatch(text -> text.startsWith("\"Match exec true\"")), warnings.toString());
        assertTrue(warnings.stream().anyMatch(text -> text.startsWith("ProxyCommand for lab2")), warnings.toString());
    }

    @Test
    void aFileThatIncludesItselfEnds() throws IOException {
        config("Include config\nUser pi\n");
        assertEquals("pi", find("host").user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "0", "-1", "22x", "99999999999999999999"})
    void aPortThatIsNoneIsNamed(String port) throws IOException {
        config("Host pi\n  Port " + port + "\n");
        UserException refused = assertThrows(UserException.class, () -> find("pi"));
        assertEquals("\"Port " + port + "\" in the SSH configuration is not a number from 1 to 65535", refused.what());
    }

    @Test
    void anIncludeThatIsNoPatternIsLeftOutWithAWord() throws IOException {
        Files.createDirectories(ssh.resolve("conf.d"));
        config("Include conf.d/[x\nInclude \"a\0b\"\nHost pi\n  Port 2222\n");
        assertEquals(2222, find("pi").port());
        assertEquals(2, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("\"Include conf.d/[x\" is left out"), warnings.get(0));
    }

    @Test
    void aKeyFileThatIsNoPathIsNamed() throws IOException {
        config("Host pi\n  IdentityFile ~/a\0b\n");
        UserException refused = assertThrows(UserException.class, () -> find("pi"));
        assertEquals("\"~/a b\" in the SSH configuration is not a path", refused.what());
    }
}

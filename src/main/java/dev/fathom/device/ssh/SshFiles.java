package dev.fathom.device.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where OpenSSH keeps what this package reads.
 *
 * @param home the user's home folder, with {@code .ssh} in it
 * @param system the folder of the machine's own {@code ssh_config} and {@code ssh_known_hosts}
 * @param agent the socket of the user's SSH agent, if one runs
 */
public record SshFiles(Path home, Path system, Optional<Path> agent) {
    /** Those of the user who runs this process. */
    public static SshFiles ofUser() {
        return new SshFiles(
                Path.of(System.getProperty("user.home")),
                Path.of(System.getenv().getOrDefault("ProgramData", "/etc"), "ssh"),
                Optional.ofNullable(System.getenv("SSH_AUTH_SOCK"))
                        .filter(socket -> !socket.isBlank())
                        .map(Path::of));
    }

    Path folder() {
        return home.resolve(".ssh");
    }

    List<Path> knownHosts() {
        return List.of(folder().resolve("known_hosts"), folder().resolve("known_hosts2"));
    }

    List<Path> systemKnownHosts() {
        return List.of(system.resolve("ssh_known_hosts"), system.resolve("ssh_known_hosts2"));
    }

    /** Tried where the configuration names none, in this order. */
    List<Path> identities() {
        return List.of(folder().resolve("id_ed25519"), folder().resolve("id_ecdsa"), folder().resolve("id_rsa"));
    }

    /** A path as it is written in the configuration: {@code ~} is the home, and relative ones start there. */
    Path path(String text) {
        return text.equals("~") ? home : home.resolve(text.startsWith("~/") ? text.substring(2) : text);
    }
}

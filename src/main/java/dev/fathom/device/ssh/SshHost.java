package dev.fathom.device.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything the configuration says about one target.
 *
 * @param name as the user wrote it
 * @param keyName under which its key stands in known_hosts
 * @param identities key files to try
 * @param onlyIdentities whether the agent may be used only for those
 * @param knownHosts the user's files; a new key goes into the first
 * @param hashNames whether new names are written hashed
 * @param jumps hosts to go through, in order
 */
record SshHost(
        String name,
        String address,
        int port,
        String user,
        String keyName,
        List<Path> identities,
        boolean onlyIdentities,
        Optional<Path> agent,
        List<Path> knownHosts,
        List<Path> systemKnownHosts,
        boolean hashNames,
        List<SshTarget> jumps) {
    static final int USUAL_PORT = 22;

    /** For people: {@code pi@raspberrypi.local:22}. */
    String label() {
        return user + "@" + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    List<Path> allKnownHosts() {
        return Stream.concat(knownHosts.stream(), systemKnownHosts.stream()).toList();
    }
}

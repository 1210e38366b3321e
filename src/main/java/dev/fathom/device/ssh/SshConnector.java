package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Connects to machines as the user's own {@code ssh} would: its aliases, jump hosts, known hosts, agent and keys. */
public final class SshConnector {
    private static final int MOST_JUMPS = 8;

    private final SshFiles files;
    private final HostKeyQuestion hostKeys;
    private final SecretPrompt secrets;
    private final Consumer<String> warnings;
    private final Limits limits;

    /** @param warnings told, in a sentence without a full stop, what was left out on the way */
    public SshConnector(SshFiles files, HostKeyQuestion hostKeys, SecretPrompt secrets, Consumer<String> warnings) {
        this(files, hostKeys, secrets, warnings, Limits.USUAL);
    }

    SshConnector(
            SshFiles files, HostKeyQuestion hostKeys, SecretPrompt secrets, Consumer<String> warnings, Limits limits) {
        this.files = files;
        this.hostKeys = hostKeys;
        this.secrets = secrets;
        this.warnings = warnings;
        this.limits = limits;
    }

    /**
     * Connects and logs in.
     *
     * @param cancel asked often
     * @return the machine, to be closed
     * @throws UserException if it cannot be reached, is not the one it was, or does not let the user in
     * @throws CancellationException if asked to stop
     */
    public SshMachine connect(SshTarget target, BooleanSupplier cancel) {
        Asking asking = new Asking(hostKeys, secrets, new Patience(limits, cancel), warnings);
        List<SshLink> links = new ArrayList<>();
        try {
            for (SshHost host : route(new SshHosts(files, warnings), target, Optional.empty(), 0)) {
                Optional<SshLink> through =
                        links.isEmpty() ? Optional.empty() : Optional.of(links.get(links.size() - 1));
                links.add(new LinkOpening(host, through, asking).open());
            }
            return new SshMachine(List.copyOf(links));
        } catch (RuntimeException e) {
            closeFromTheEnd(links);
            throw e;
        }
    }

    /** @param jumps those a later host names; else the configuration of the target itself names them */
    private static List<SshHost> route(SshHosts hosts, SshTarget target, Optional<List<SshTarget>> jumps, int depth) {
        SshHost host = hosts.find(target);
        List<SshTarget> before = jumps.orElse(host.jumps());
        if (depth > MOST_JUMPS) {
            throw new UserException(
                    "The way to " + target + " goes round in circles", "Correct ProxyJump in ~/.ssh/config");
        }
        List<SshHost> route = new ArrayList<>();
        if (!before.isEmpty()) {
            List<SshTarget> earlier = before.subList(0, before.size() - 1);
            route.addAll(route(
                    hosts,
                    before.get(before.size() - 1),
                    earlier.isEmpty() ? Optional.empty() : Optional.of(earlier),
                    depth + 1));
        }
        route.add(host);
        return route;
    }

    static void closeFromTheEnd(List<SshLink> links) {
        for (int i = links.size() - 1; i >= 0; i--) {
            links.get(i).close();
        }
    }
}

package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks targets up in the configuration. What the target itself says comes first. */
final class SshHosts {
    private static final int LAST_PORT = 65535;

    private final SshFiles files;
    private final SshConfig config;
    private final Consumer<String> warnings;

    SshHosts(SshFiles files, Consumer<String> warnings) {
        this.files = files;
        this.warnings = warnings;
        this.config = SshConfig.read(files, warnings);
    }

    SshHost find(SshTarget target) {
        HostQuery named =
                new HostQuery(target.host(), target.host(), target.user().orElse(HostQuery.LOCAL_USER));
        String address = one(named, "hostname")
                .map(text -> text.replace("%h", target.host()))
                .orElse(target.host());
        HostQuery addressed = new HostQuery(target.host(), address, named.user());
        String user = target.user().or(() -> one(addressed, "user")).orElse(HostQuery.LOCAL_USER);
        HostQuery query = new HostQuery(target.host(), address, user);
        int port = target.port()
                .orElseGet(() -> one(query, "port").map(SshHosts::port).orElse(SshHost.USUAL_PORT));
        Tokens tokens = new Tokens(files, query, port);
        one(query, "proxycommand")
                .filter(command -> !isNone(command))
                .ifPresent(command ->
                        warnings.accept("ProxyCommand for " + target.host() + " is left out; Fathom knows ProxyJump"));
        return new SshHost(
                target.host(),
                address,
                port,
                user,
                keyName(query, port),
                identities(query, tokens),
                isYes(query, "identitiesonly"),
                agent(query, tokens),
                paths(query, "userknownhostsfile", tokens).orElse(files.knownHosts()),
                paths(query, "globalknownhostsfile", tokens).orElse(files.systemKnownHosts()),
                isYes(query, "hashknownhosts"),
                jumps(query));
    }

    private String keyName(HostQuery query, int port) {
        String address = query.address().toLowerCase(Locale.ROOT);
        return one(query, "hostkeyalias").orElse(port == SshHost.USUAL_PORT ? address : "[" + address + "]:" + port);
    }

    private List<Path> identities(HostQuery query, Tokens tokens) {
        List<Path> named = config.all(query, "identityfile").stream()
                .map(arguments -> arguments.get(0))
                .filter(text -> !isNone(text))
                .map(tokens::path)
                .distinct()
                .toList();
        return config.first(query, "identityfile").isPresent() ? named : files.identities();
    }

    private Optional<Path> agent(HostQuery query, Tokens tokens) {
        Optional<String> named = one(query, "identityagent");
        if (named.isEmpty() || named.get().equals("SSH_AUTH_SOCK")) {
            return files.agent();
        }
        return named.filter(text -> !isNone(text)).map(tokens::path);
    }

    private Optional<List<Path>> paths(HostQuery query, String keyword, Tokens tokens) {
        return config.first(query, keyword).map(arguments -> arguments.stream()
                .filter(text -> !isNone(text))
                .map(tokens::path)
                .toList());
    }

    private List<SshTarget> jumps(HostQuery query) {
        return one(query, "proxyjump")
                .filter(text -> !isNone(text))
                .map(text ->
                        Arrays.stream(text.split(",")).map(SshTarget::parse).toList())
                .orElse(List.of());
    }

    private Optional<String> one(HostQuery query, String keyword) {
        return config.first(query, keyword).map(arguments -> arguments.get(0));
    }

    private boolean isYes(HostQuery query, String keyword) {
        return one(query, keyword)
                .filter(text -> text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("true"))
                .isPresent();
    }

    private static boolean isNone(String text) {
        return text.equalsIgnoreCase("none");
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new UserException(
                    "\"Port " + text + "\" in the SSH configuration is not a number from 1 to " + LAST_PORT,
                    "Correct ~/.ssh/config");
        }
        return port;
    }
}

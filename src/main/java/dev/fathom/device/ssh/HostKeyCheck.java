package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import dev.fathom.device.ShellQuote;
import dev.fathom.device.ssh.KnownHost.Marker;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/**
 * Decides whether a host is the one it was before, as OpenSSH does: a known key passes, a revoked or changed one never,
 * an unknown one if the user says so.
 */
final class HostKeyCheck implements ServerKeyVerifier {
    private final SshHost host;
    private final KnownHosts known;
    private final HostKeyQuestion question;
    private final Patience patience;

    private volatile Optional<RuntimeException> refusal = Optional.empty();
    private volatile Optional<HostKey> accepted = Optional.empty();

    HostKeyCheck(SshHost host, HostKeyQuestion question, Patience patience, Consumer<String> warnings) {
        this.host = host;
        this.question = question;
        this.patience = patience;
        this.known = KnownHosts.read(host.allKnownHosts(), warnings);
        for (KnownHost authority : known.of(host.keyName(), Marker.CERT_AUTHORITY)) {
            warnings.accept("The certificate authority in line " + authority.line() + " of " + authority.file()
                    + " is left out; Fathom does not check host certificates");
        }
    }

    /** Types of the keys by which the host is known. */
    List<String> knownTypes() {
        return known.of(host.keyName(), Marker.NONE).stream()
                .map(line -> line.key().type())
                .distinct()
                .toList();
    }

    /** Why the last key was refused, or what the question ended with. */
    Optional<RuntimeException> refusal() {
        return refusal;
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
        try {
            check(HostKey.of(key));
            return true;
        } catch (RuntimeException e) {
            refusal = Optional.of(e);
            return false;
        }
    }

    private void check(HostKey offered) {
        requireNotRevoked(offered);
        // Keys are exchanged again in long sessions; the user is asked once.
        if (isKnown(offered) || accepted.equals(Optional.of(offered))) {
            return;
        }
        requireUnchanged(offered);
        UnknownHostKey unknown = new UnknownHostKey(
                host.keyName(),
                offered.family(),
                offered.fingerprint(),
                known.of(host.keyName(), Marker.NONE).stream()
                        .map(line -> line.key().family())
                        .distinct()
                        .toList());
        if (!patience.whileAsking(() -> question.accept(unknown))) {
            throw refused(unknown);
        }
        accepted = Optional.of(offered);
        if (!host.knownHosts().isEmpty()) {
            KnownHosts.append(host.knownHosts().get(0), host.keyName(), host.hashNames(), offered);
        }
    }

    private void requireNotRevoked(HostKey offered) {
        Stream.of(host.keyName(), host.address())
                .flatMap(name -> known.of(name, Marker.REVOKED).stream())
                .filter(line -> line.key().equals(offered))
                .findFirst()
                .ifPresent(line -> {
                    throw new UserException(
                            "The key of " + host.keyName() + " (" + describe(offered)
                                    + ") is marked as revoked in line " + line.line() + " of " + line.file(),
                            "Someone who stole the key may be listening: do not connect, and give the device a new key");
                });
    }

    /** A host on an unusual port that is not known there may be known by its bare name, with the very same key. */
    private boolean isKnown(HostKey offered) {
        List<KnownHost> lines = known.of(host.keyName(), Marker.NONE);
        boolean unusualPort = host.keyName().startsWith("[");
        return (lines.isEmpty() && unusualPort ? known.of(host.address(), Marker.NONE) : lines)
                .stream().anyMatch(line -> line.key().equals(offered));
    }

    private void requireUnchanged(HostKey offered) {
        known.of(host.keyName(), Marker.NONE).stream()
                .filter(line -> line.key().type().equals(offered.type()))
                .findFirst()
                .ifPresent(line -> {
                    throw changed(line, offered);
                });
    }

    private UserException changed(KnownHost line, HostKey offered) {
        String command =
                "ssh-keygen -f " + ShellQuote.quote(line.file().toString()) + " -R " + ShellQuote.quote(host.keyName());
        return UserException.withCommand(
                "The key of " + host.keyName() + " has changed: known is " + describe(line.key()) + " in line "
                        + line.line() + " of " + line.file() + ", it now shows " + offered.fingerprint(),
                "If the device was installed anew, remove the old key with " + command
                        + " and connect again; otherwise another machine answers in its place",
                command);
    }

    private static UserException refused(UnknownHostKey key) {
        String others = key.otherKnownTypes().isEmpty()
                ? "is not known"
                : "is not known, though its " + String.join(" and ", key.otherKnownTypes()) + " key is";
        return new UserException(
                "The " + key.type() + " key of " + key.host() + " " + others + ": " + key.fingerprint(),
                "Compare it with what \"ssh-keygen -lf /etc/ssh/ssh_host_"
                        + key.type().toLowerCase(Locale.ROOT)
                        + "_key.pub\" prints on the device, then "
                        + (key.otherKnownTypes().isEmpty()
                                ? "accept it (on the command line with --accept-new-host)"
                                : "connect once with ssh and confirm it there"));
    }

    private static String describe(HostKey key) {
        return key.family() + " " + key.fingerprint();
    }
}

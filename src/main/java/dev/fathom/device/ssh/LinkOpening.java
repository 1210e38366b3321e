package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.AuthFuture;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/** Connects to one host: the network, its key, the login. Each step fails with a sentence of its own. */
final class LinkOpening {
    /** As long as OpenSSH's server waits for a login. */
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(120);

    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final SshHost host;
    private final Optional<SshLink> through;
    private final Asking asking;
    private final HostKeyCheck check;
    private final LoginRecord record;
    private final SessionWatch watch = new SessionWatch();

    LinkOpening(SshHost host, Optional<SshLink> through, Asking asking) {
        this.host = host;
        this.through = through;
        this.asking = asking;
        this.check = new HostKeyCheck(host, asking.hostKeys(), asking.patience(), asking.warnings());
        this.record = new LoginRecord(host.label());
    }

    SshLink open() {
        SshClient client = client();
        boolean open = false;
        try {
            client.start();
            asking.patience().restart();
            ClientSession session = connect(client);
            asking.patience().restart();
            exchangeKeys(session);
            logIn(session);
            open = true;
            return new SshLink(host, client, session);
        } catch (InterruptedException | InterruptedIOException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while connecting");
        } catch (IOException e) {
            throw ConnectFailure.unreachable(host, e);
        } finally {
            if (!open) {
                client.stop();
            }
        }
    }

    private SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(check);
        client.setSignatureFactories(HostKeyOrder.of(client.getSignatureFactories(), check.knownTypes()));
        client.setKeyExchangeFactories(KeyExchangeOrder.of(client.getKeyExchangeFactories()));
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        Identities identities = new Identities(host, asking.secrets(), asking.patience(), record, asking.warnings());
        Questions questions = new Questions(host.label(), asking.secrets(), asking.patience(), record);
        client.setUserAuthFactories(List.of(
                new LoginMethod(UserAuthPublicKeyFactory.NAME, () -> new KeyLogin(identities::list, record)),
                new LoginMethod(PasswordLogin.NAME, () -> new PasswordLogin(questions, record)),
                new LoginMethod(AnswerLogin.NAME, () -> new AnswerLogin(questions, record))));
        client.addSessionListener(watch);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, LOGIN_LIMIT);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(
                client, asking.patience().limits().heartbeat());
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 2);
        return client;
    }

    private ClientSession connect(SshClient client) throws IOException, InterruptedException {
        List<InetSocketAddress> addresses =
                through.isPresent() ? List.of(through.get().forward(host)) : Addresses.of(host, asking.patience());
        Throwable failure = null;
        for (int i = 0; i < addresses.size(); i++) {
            ConnectFuture connecting = client.connect(host.user(), addresses.get(i), null, null);
            boolean answered = await(connecting, (i + 1.0) / addresses.size());
            if (answered && connecting.isConnected()) {
                return connecting.getSession();
            }
            connecting.cancel();
            failure = answered ? connecting.getException() : failure;
        }
        throw failure == null ? silent(false) : ConnectFailure.unreachable(host, failure);
    }

    private UserException silent(boolean connected) {
        return ConnectFailure.silent(host, asking.patience().limits().answer(), connected);
    }

    private boolean await(ConnectFuture connecting, double part) throws IOException {
        while (!connecting.await(Patience.POLL)) {
            if (asking.patience().isOver(part)) {
                return false;
            }
            asking.patience().requireWanted();
        }
        return true;
    }

    private void exchangeKeys(ClientSession session) {
        Set<ClientSessionEvent> ends = EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED);
        while (true) {
            Set<ClientSessionEvent> events = session.waitFor(ends, Patience.POLL);
            if (events.contains(ClientSessionEvent.CLOSED)) {
                throw check.refusal()
                        .orElseGet(() -> ConnectFailure.ended(
                                host, through.map(SshLink::host), session.getServerVersion() != null, watch));
            }
            if (events.contains(ClientSessionEvent.WAIT_AUTH)) {
                return;
            }
            asking.patience().requireWanted();
            if (asking.patience().isOver()) {
                throw silent(true);
            }
        }
    }

    private void logIn(ClientSession session) throws IOException {
        AuthFuture login = session.auth();
        while (!login.await(Patience.POLL)) {
            asking.patience().requireWanted();
        }
        if (login.isSuccess()) {
            return;
        }
        Throwable cause = login.getException();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof CancellationException || t instanceof UserException) {
                throw (RuntimeException) t;
            }
        }
        // The login fails a moment before the host's last words are passed on.
        session.waitFor(EnumSet.of(ClientSessionEvent.CLOSED), LAST_WORDS);
        boolean exhausted = cause instanceof SshException refused
                && refused.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
        throw exhausted || watch.hadTooManyTries()
                ? record.failure(watch.hadTooManyTries(), cause)
                : ConnectFailure.ended(host, Optional.empty(), true, watch);
    }
}

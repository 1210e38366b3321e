package dev.fathom.device.ssh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.net.SshdSocketAddress;

/** A connection to one host on which the user is logged in. */
record SshLink(SshHost host, SshClient client, ClientSession session) implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /** An address of this machine from which this host passes everything on to another one. */
    InetSocketAddress forward(SshHost next) throws IOException {
        SshdSocketAddress local = new SshdSocketAddress("127.0.0.1", 0);
        return session.createLocalPortForwardingTracker(local, new SshdSocketAddress(next.address(), next.port()))
                .getBoundAddress()
                .toInetSocketAddress();
    }

    @Override
    public void close() {
        session.close(false).awaitUninterruptibly(FAREWELL);
        client.stop();
    }
}

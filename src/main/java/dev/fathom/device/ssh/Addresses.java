package dev.fathom.device.ssh;

import dev.fathom.core.UserException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Turns a host's name into addresses. The system's look-up cannot be interrupted, so it has a thread of its own. */
final class Addresses {
    private Addresses() {}

    static List<InetSocketAddress> of(SshHost host, Patience patience) throws InterruptedException {
        FutureTask<InetAddress[]> lookUp = new FutureTask<>(() -> InetAddress.getAllByName(host.address()));
        Thread thread = new Thread(lookUp, "look up " + host.address());
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return Arrays.stream(lookUp.get(Patience.POLL.toMillis(), TimeUnit.MILLISECONDS))
                        .map(address -> new InetSocketAddress(address, host.port()))
                        .toList();
            } catch (TimeoutException e) {
                patience.requireWanted();
                if (patience.isOver()) {
                    throw notFound(host, e);
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof UnknownHostException
                        ? notFound(host, e.getCause())
                        : new IllegalStateException(e.getCause());
            }
        }
    }

    private static UserException notFound(SshHost host, Throwable cause) {
        return new UserException(
                "No machine named " + host.address() + " was found",
                "Check the name, or give the device's address; many devices answer to NAME.local",
                cause);
    }
}

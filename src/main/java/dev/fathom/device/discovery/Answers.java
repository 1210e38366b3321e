package dev.fathom.device.discovery;

import dev.fathom.device.PlainText;
import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

/** Collects who answers, each machine once. */
final class Answers implements ServiceListener {
    static final int SSH_PORT = 22;

    private final Consumer<FoundMachine> found;
    private final Set<FoundMachine> all = new LinkedHashSet<>();
    private boolean closed;

    Answers(Consumer<FoundMachine> found) {
        this.found = found;
    }

    @Override
    public void serviceAdded(ServiceEvent event) {
        event.getDNS().requestServiceInfo(event.getType(), event.getName(), 1);
    }

    @Override
    public void serviceRemoved(ServiceEvent event) {
        // It answered once; whether it is still there shows when connecting.
    }

    @Override
    public void serviceResolved(ServiceEvent event) {
        ServiceInfo info = event.getInfo();
        String host = PlainText.of(info.getServer()).replaceFirst("\\.$", "");
        int port = event.getType().startsWith("_ssh.") ? info.getPort() : SSH_PORT;
        for (Inet4Address address : info.getInet4Addresses()) {
            add(new FoundMachine(host, address.getHostAddress(), port));
        }
    }

    /** Tells and keeps one that is new. */
    synchronized void add(FoundMachine machine) {
        if (!closed && all.add(machine)) {
            found.accept(machine);
        }
    }

    synchronized List<FoundMachine> all() {
        return new ArrayList<>(all);
    }

    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }
}

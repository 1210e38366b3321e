package dev.fathom.device.discovery;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.jmdns.JmDNS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches by multicast DNS for machines that announce an SSH server or themselves, and for {@code raspberrypi.local},
 * which a fresh Raspberry Pi OS answers to without announcing anything.
 */
public final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final List<String> SERVICES = List.of("_ssh._tcp.local.", "_workstation._tcp.local.");
    private static final List<String> NAMES = List.of("raspberrypi.local", "pi.local");
    private static final long POLL_MILLIS = 50;

    private final List<InetAddress> interfaces;

    /** On every network of this machine. */
    public Discovery() {
        this(ownAddresses());
    }

    Discovery(List<InetAddress> interfaces) {
        this.interfaces = List.copyOf(interfaces);
    }

    /**
     * Searches for a time.
     *
     * @param cancel asked often
     * @param found told of each machine once, as soon as it answers, on another thread
     * @return all that answered
     * @throws CancellationException if asked to stop
     */
    public List<FoundMachine> search(Duration time, BooleanSupplier cancel, Consumer<FoundMachine> found) {
        Answers answers = new Answers(found);
        List<JmDNS> open = Collections.synchronizedList(new ArrayList<>());
        for (InetAddress address : interfaces) {
            inBackground(() -> listen(address, answers, open));
        }
        for (String name : NAMES) {
            inBackground(() -> lookUp(name, answers));
        }
        try {
            await(time, cancel);
            return answers.all();
        } finally {
            answers.close();
            // Saying goodbye to the network takes jmdns seconds; nobody needs to wait for it.
            inBackground(() -> List.copyOf(open).forEach(Discovery::close));
        }
    }

    private static void listen(InetAddress address, Answers answers, List<JmDNS> open) {
        try {
            JmDNS dns = JmDNS.create(address);
            open.add(dns);
            for (String service : SERVICES) {
                dns.addServiceListener(service, answers);
            }
            if (answers.isClosed()) {
                dns.close();
            }
        } catch (IOException e) {
            LOG.info("No multicast DNS on {}: {}", address, e.getMessage());
        }
    }

    private static void lookUp(String name, Answers answers) {
        try {
            answers.add(new FoundMachine(name, InetAddress.getByName(name).getHostAddress(), Answers.SSH_PORT));
        } catch (UnknownHostException e) {
            LOG.debug("Nobody answers to {}", name);
        }
    }

    private static void await(Duration time, BooleanSupplier cancel) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (System.nanoTime() < end) {
                if (cancel.getAsBoolean()) {
                    throw new CancellationException("the search was stopped");
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while searching");
        }
    }

    private static void close(JmDNS dns) {
        try {
            dns.close();
        } catch (IOException e) {
            LOG.debug("Multicast DNS did not close: {}", e.getMessage());
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "discovery");
        thread.setDaemon(true);
        thread.start();
    }

    /** IPv4 addresses of the networks that carry multicasts. */
    static List<InetAddress> ownAddresses() {
        try {
            List<InetAddress> found = new ArrayList<>();
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback() && network.supportsMulticast()) {
                    network.inetAddresses()
                            .filter(Inet4Address.class::isInstance)
                            .forEach(found::add);
                }
            }
            return found;
        } catch (SocketException e) {
            LOG.info("The networks of this machine cannot be listed: {}", e.getMessage());
            return List.of();
        }
    }
}

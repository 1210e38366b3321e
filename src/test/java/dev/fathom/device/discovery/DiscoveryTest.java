package dev.fathom.device.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Finds what another participant of multicast DNS announces on this machine's own network. */
@Timeout(60)
class DiscoveryTest {
    /** Slow, because not every network of a build machine carries multicasts. */
    @Tag("slow")
    @Test
    void anAnnouncedMachineIsFoundOnce() throws Exception {
        List<InetAddress> own = Discovery.ownAddresses();
        assumeFalse(own.isEmpty(), "no network that carries multicasts");
        try (JmDNS pi = JmDNS.create(own.get(0), "fathom-test-pi")) {
            pi.registerService(ServiceInfo.create("_ssh._tcp.local.", "fathom-test-pi", 2222, ""));
            List<FoundMachine> told = new CopyOnWriteArrayList<>();
            FoundMachine expected =
                    new FoundMachine("fathom-test-pi.local", own.get(0).getHostAddress(), 2222);
            long start = System.nanoTime();
            List<FoundMachine> found = new Discovery().search(Duration.ofSeconds(8), () -> false, told::add);
            assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 10_000);
            assertEquals(1, found.stream().filter(expected::equals).count(), found.toString());
            assertTrue(told.contains(expected), told.toString());
        }
    }

    @Test
    void aSearchStopsAtOnceWhenAskedTo() {
        long start = System.nanoTime();
        assertThrows(CancellationException.class, () -> new Discovery()
                .search(Duration.ofSeconds(30), () -> System.nanoTime() - start > 300_000_000L, machine -> {}));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 15_000);
    }
}

package dev.fathom.device.ssh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.fathom.core.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every way of not getting a connection has a sentence of its own, and comes soon. */
@Timeout(240)
class ConnectFailureTest {
    @TempDir
    Path folder;

    /** Less patient than usual, or these tests would take as long. */
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(4));

    private void connect(String target, BooleanSupplier cancel) {
        SshFiles files = new SshFiles(folder, folder.resolve("system"), Optional.empty());
        new SshConnector(files, HostKeyQuestion.REFUSE, SecretPrompt.NOBODY, warning -> {}, LIMITS)
                .connect(SshTarget.parse(target), cancel)
                .close();
    }

    private String failure(String target) {
        return assertThrows(UserException.class, () -> connect(target, () -> false))
                .sentence();
    }

    @Test
    void aNameThatNobodyHas() {
        assertEquals(
                "No machine named nowhere.invalid was found. Check the name, or give the device's address; many devices"
                        + " answer to NAME.local.",
                failure("pi@nowhere.invalid"));
    }

    @Test
    void aClosedPort() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        String sentence = failure("pi@127.0.0.1:" + port);
        assertTrue(sentence.startsWith("127.0.0.1 is there, but nothing answers on port " + port + "."), sentence);
    }

    @Test
    void anAddressWithoutAWay() {
        String sentence = failure("pi@[fec0::1]");
        // With a route for all of IPv6 the packets are lost on the way instead.
        boolean noWay = sentence.startsWith("There is no way to fec0::1 from here.");
        assertTrue(noWay || sentence.startsWith("fec0::1 did not answer within 2 s."), sentence);
    }

    @Test
    void aServerThatDoesNotSpeakSsh() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
        try {
            int port = http.getAddress().getPort();
            assertEquals(
                    "What answers on port " + port + " of 127.0.0.1 is not an SSH server. Check the port.",
                    failure("pi@127.0.0.1:" + port));
        } finally {
            http.stop(0);
        }
    }

    @Test
    void aServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            String sentence = failure("pi@127.0.0.1:" + silent.getLocalPort());
            assertTrue(sentence.contains("did not speak SSH within 2 s"), sentence);
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(waited.toMillis() < 9_000, "waited " + waited);
        }
    }

    @Test
    void aMachineThatDoesNotAnswer() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> queue = fill(full);
            String sentence = failure("pi@127.0.0.1:" + full.getLocalPort());
            assertTrue(sentence.startsWith("127.0.0.1 did not answer within 2 s."), sentence);
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    /** When a listener's queue is full, Linux does not answer any more. */
    private static List<Socket> fill(ServerSocket server) throws IOException {
        List<Socket> queue = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(server.getLocalSocketAddress(), 200);
            } catch (IOException e) {
                break;
            }
        }
        return queue;
    }

    @Test
    void connectingStopsAtOnceWhenAskedTo() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            BooleanSupplier soon = () -> System.nanoTime() - start > 300_000_000L;
            assertThrows(CancellationException.class, () -> connect("pi@127.0.0.1:" + silent.getLocalPort(), soon));
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(waited.toMillis() < 1_900, "waited " + waited);
        }
    }

    @Test
    void aServerWithOnlyOutdatedAlgorithms() {
        try (OpenSshServer server = OpenSshServer.start(folder, List.of("ed25519"), "Ciphers 3des-cbc")) {
            String sentence = assertThrows(UserException.class, server::connect).sentence();
            assertTrue(sentence.startsWith("127.0.0.1 and Fathom have no common "), sentence);
            assertTrue(sentence.contains("(it offers 3des-cbc)"), sentence);
        }
    }
}

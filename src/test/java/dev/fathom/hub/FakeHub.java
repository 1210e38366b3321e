package dev.fathom.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A hub on this machine: it redirects to a second server where the file lies, as the real one does. */
final class FakeHub implements AutoCloseable {
    private final HttpServer hub = start();
    private final HttpServer storage = start();
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile byte[] content = new byte[0];
    volatile String etag = "\"one\"";
    volatile String linkedEtag;
    volatile int status = 200;
    volatile boolean ranges = true;
    volatile CountDownLatch stalling = new CountDownLatch(0);
    volatile int breakAfter = Integer.MAX_VALUE;

    FakeHub() throws IOException {
        hub.createContext("/", this::redirect);
        storage.createContext("/", this::serve);
    }

    private static HttpServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.start();
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
    }

    private void redirect(HttpExchange exchange) throws IOException {
        asked.add("hub " + exchange.getRequestURI());
        if (linkedEtag != null) {
            exchange.getResponseHeaders().add("X-Linked-Etag", "\"" + linkedEtag + "\"");
        }
        String file = "http://localhost:" + storage.getAddress().getPort() + "/blob";
        exchange.getResponseHeaders().add("Location", file);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add("storage " + range);
        boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int from = ranges && same && range != null ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        exchange.getResponseHeaders().add("ETag", etag);
        if (status != 200) {
            exchange.sendResponseHeaders(status, -1);
        } else if (from >= content.length) {
            exchange.getResponseHeaders().add("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
        } else {
            if (from > 0) {
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            int to = Math.min(content.length, Math.max(from, breakAfter));
            OutputStream out = exchange.getResponseBody();
            out.write(Arrays.copyOfRange(content, from, to));
            out.flush();
            if (to < content.length) {
                waitWhileStalling();
                // The server closes the connection of a handler that fails.
                throw new IOException("broken off on purpose");
            }
        }
        exchange.close();
    }

    private void waitWhileStalling() throws IOException {
        try {
            stalling.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** What was asked since the last call. */
    List<String> takeAsked() {
        List<String> taken = new ArrayList<>(asked);
        asked.clear();
        return taken;
    }

    @Override
    public void close() {
        hub.stop(0);
        storage.stop(0);
    }
}

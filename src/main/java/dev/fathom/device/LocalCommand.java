package dev.fathom.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process of this machine as a command. */
final class LocalCommand implements RunningCommand {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCommand.class);
    private static final int CHUNK = 1 << 13;

    private final Process process;
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final CompletableFuture<Void> errorsRead;
    private CompletableFuture<String> text;

    LocalCommand(Process process) {
        this.process = process;
        this.errorsRead = reading(process.getErrorStream(), errors);
    }

    /** Both streams are read at once, or a full pipe would stop the process. */
    private static CompletableFuture<Void> reading(InputStream in, ByteArrayOutputStream into) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> copy(in, into, end), "local-command");
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private static void copy(InputStream in, ByteArrayOutputStream into, CompletableFuture<Void> end) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                into.write(chunk, 0, count);
            }
        } catch (IOException e) {
            LOG.debug("The process was ended while it spoke", e);
        }
        end.complete(null);
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        text = reading(process.getInputStream(), all).thenApply(end -> all.toString(StandardCharsets.UTF_8));
    }

    /** Everything on standard output, after {@link #endInput}. */
    String text() {
        return text.join();
    }

    boolean ended(long limit, TimeUnit unit) throws IOException {
        try {
            return process.waitFor(limit, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a command");
        }
    }

    @Override
    public InputStream out() {
        return process.getInputStream();
    }

    @Override
    public String err() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int join() throws IOException {
        ended(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        // A child of the process may hold the stream open for ever.
        errorsRead.completeOnTimeout(null, 1, TimeUnit.SECONDS).join();
        return process.exitValue();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("The process had closed its input", e);
        }
        process.destroy();
    }
}

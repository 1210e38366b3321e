package dev.fathom.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** This machine, by its own {@code sh}. */
public final class LocalMachine implements Machine {
    private static final int CHUNK = 1 << 16;

    private final Map<String, String> environment;

    public LocalMachine() {
        this(Map.of());
    }

    /** @param environment variables that commands see besides or instead of this process's */
    public LocalMachine(Map<String, String> environment) {
        this.environment = new HashMap<>(environment);
    }

    @Override
    public String name() {
        return "this machine";
    }

    @Override
    public CommandResult run(String command, Duration limit) throws IOException {
        try (LocalCommand running = launch(command)) {
            running.endInput();
            if (!running.ended(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the command did not end within " + limit.toSeconds() + " s");
            }
            return new CommandResult(running.join(), running.text(), running.err());
        }
    }

    @Override
    public RunningCommand start(String command) throws IOException {
        return launch(command);
    }

    private LocalCommand launch(String command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.environment().putAll(environment);
        return new LocalCommand(builder.start());
    }

    @Override
    public void write(String path, long offset, InputStream content, LongConsumer written) throws IOException {
        try (FileChannel channel =
                FileChannel.open(Path.of(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(offset);
            channel.position(offset);
            byte[] chunk = new byte[CHUNK];
            for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
                ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, count);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                written.accept(channel.position());
            }
        }
    }

    @Override
    public void close() {
        // Commands are closed by whoever started them.
    }
}

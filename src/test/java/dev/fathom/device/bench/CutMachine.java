package dev.fathom.device.bench;

import dev.fathom.device.CommandResult;
import dev.fathom.device.LinkLostException;
import dev.fathom.device.Machine;
import dev.fathom.device.RunningCommand;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongConsumer;

/** A machine whose link breaks: while a command says a certain line, or after some bytes of a file. */
final class CutMachine implements Machine {
    private final Machine machine;
    private final String line;
    private final long bytes;

    CutMachine(Machine machine, String line) {
        this(machine, line, Long.MAX_VALUE);
    }

    CutMachine(Machine machine, long bytes) {
        this(machine, "never said", bytes);
    }

    private CutMachine(Machine machine, String line, long bytes) {
        this.machine = machine;
        this.line = line;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return machine.name();
    }

    @Override
    public CommandResult run(String command, Duration limit) throws IOException {
        return machine.run(command, limit);
    }

    @Override
    public RunningCommand start(String command) throws IOException {
        RunningCommand running = machine.start(command);
        BufferedReader lines = new BufferedReader(new InputStreamReader(running.out(), StandardCharsets.UTF_8));
        StringBuilder heard = new StringBuilder();
        for (String said = lines.readLine(); said != null; said = lines.readLine()) {
            heard.append(said).append('\n');
            if (said.startsWith(line)) {
                running.close();
                return new Cut(heard.toString());
            }
        }
        throw new AssertionError("it never said " + line + ": " + heard + running.err());
    }

    @Override
    public void write(String path, long offset, InputStream content, LongConsumer written) throws IOException {
        machine.write(
                path,
                offset,
                new SequenceInputStream(
                        new ByteArrayInputStream(content.readNBytes((int) Math.min(bytes, 1 << 28))),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                if (content.read() < 0) {
                                    return -1;
                                }
                                throw new LinkLostException("the link was cut", null);
                            }
                        }),
                written);
    }

    @Override
    public void close() {
        machine.close();
    }

    /** What was heard before the link broke. */
    private record Cut(String heard) implements RunningCommand {
        @Override
        public InputStream out() {
            return new ByteArrayInputStream(heard.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String err() {
            return "";
        }

        @Override
        public int join() throws IOException {
            throw new LinkLostException("the link was cut", null);
        }

        @Override
        public void close() {
            // It is cut.
        }
    }
}

package dev.fathom.device;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * A machine on which commands run and files are written: a device over SSH, or this one. Paths are POSIX strings of that
 * machine. Commands are run by its {@code sh}; arguments in them are quoted by {@link ShellQuote}.
 */
public interface Machine extends AutoCloseable {
    /** For people: {@code pi@raspberrypi.local:22}, or {@code this machine}. */
    String name();

    /**
     * Runs a command to its end.
     *
     * @param limit after which it is killed
     * @throws LinkLostException if the machine cannot be reached any more
     * @throws IOException if the command cannot be run or does not end in time
     */
    CommandResult run(String command, Duration limit) throws IOException;

    /**
     * Starts a command that goes on for long.
     *
     * @throws LinkLostException if the machine cannot be reached any more
     */
    RunningCommand start(String command) throws IOException;

    /**
     * Writes what is read to a file from an offset on; what the file held from there on is replaced. What has arrived
     * when the link is lost stays.
     *
     * @param written told how many bytes of the file are there, often
     * @throws LinkLostException if the machine cannot be reached any more
     */
    void write(String path, long offset, InputStream content, LongConsumer written) throws IOException;

    /** Ends the connection and with it what was started. */
    @Override
    void close();
}

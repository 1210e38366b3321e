package dev.fathom.device;

import java.io.IOException;
import java.io.InputStream;

/** A command that was started and has not ended. */
public interface RunningCommand extends AutoCloseable {
    /** Its standard output; ends with the command. */
    InputStream out();

    /** What it has written to standard error so far. */
    String err();

    /**
     * Waits for its end.
     *
     * @return exit status
     * @throws LinkLostException if the machine cannot be reached any more
     */
    int join() throws IOException;

    /** Closes its channel. On the machine it gets SIGHUP or an end of its standard input; whether it ends is up to it. */
    @Override
    void close();
}

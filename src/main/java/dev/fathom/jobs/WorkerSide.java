package dev.fathom.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UserException;
import dev.fathom.run.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker's end of the conversation: writes messages, listens for {@code cancel}, {@code detach} and the parent's death. */
public final class WorkerSide {
    static final String CANCEL = "cancel";
    static final String DETACH = "detach";

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSide.class);

    private final PrintStream out;

    private WorkerSide(PrintStream out) {
        this.out = out;
    }

    /**
     * Takes over standard input and output.
     *
     * @param cancel called once, on another thread, when the parent asks for a stop or is gone without having detached
     *     this worker
     */
    public static WorkerSide attach(InputStream in, PrintStream out, Runnable cancel) {
        Thread watcher = new Thread(() -> watch(in, cancel), "parent-watch");
        watcher.setDaemon(true);
        watcher.start();
        return new WorkerSide(out);
    }

    private static void watch(InputStream in, Runnable cancel) {
        boolean detached = false;
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null && !line.equals(CANCEL)) {
                detached |= line.equals(DETACH);
                line = lines.readLine();
            }
            detached &= line == null;
        } catch (IOException e) {
            LOG.debug("The parent's pipe broke, which means the same as its end", e);
        }
        if (!detached) {
            cancel.run();
        }
    }

    /** Tells how far the work is; one line at once. */
    public void progress(WorkerMessage.Progress progress) {
        send(progress);
    }

    /** Tells the result, which is the last word of a worker that succeeds. */
    public void result(JsonNode value) {
        send(new WorkerMessage.Result(value));
    }

    /** Tells why the work failed and what to do, the last word of a worker that fails. */
    public void failure(UserException e) {
        send(new WorkerMessage.Failure(e.what(), e.remedy()));
    }

    private synchronized void send(WorkerMessage message) {
        out.println(Json.line(message));
        out.flush();
    }
}

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

/** The worker's end of the conversation: writes messages, listens for {@code cancel} and for the parent's death. */
public final class WorkerSide {
    private final PrintStream out;

    private WorkerSide(PrintStream out) {
        this.out = out;
    }

    /**
     * Takes over standard input and output.
     *
     * @param cancel called once, on another thread, when the parent asks for a stop or is gone
     */
    public static WorkerSide attach(InputStream in, PrintStream out, Runnable cancel) {
        Thread watcher = new Thread(() -> watch(in, cancel), "parent-watch");
        watcher.setDaemon(true);
        watcher.start();
        return new WorkerSide(out);
    }

    private static void watch(InputStream in, Runnable cancel) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null && !line.equals("cancel")) {
                line = lines.readLine();
            }
        } catch (IOException e) {
            // A broken pipe means the same as its end: the parent is gone.
            cancel.run();
            return;
        }
        cancel.run();
    }

    public void progress(WorkerMessage.Progress progress) {
        send(progress);
    }

    public void result(JsonNode value) {
        send(new WorkerMessage.Result(value));
    }

    public void failure(UserException e) {
        send(new WorkerMessage.Failure(e.what(), e.remedy()));
    }

    private synchronized void send(WorkerMessage message) {
        out.println(Json.line(message));
        out.flush();
    }
}

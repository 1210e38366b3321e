package dev.fathom.jobs;

import dev.fathom.run.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running worker process. Its standard input stays open as long as the parent lives; the line {@code cancel}, or the
 * end of the input, asks it to stop cleanly. After the line {@code detach} the end of the input means nothing.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int KEPT_LINES = 20;

    private final Process process;
    private final WorkerListener listener;
    private final CompletableFuture<WorkerResult> result = new CompletableFuture<>();
    private final Deque<String> lastErrors = new ArrayDeque<>();
    private WorkerMessage ending;
    private volatile boolean killed;

    Worker(Process process, WorkerListener listener) {
        this.process = process;
        this.listener = listener;
        Thread errors = daemon("worker-errors", this::readErrors);
        daemon("worker-output", () -> readOutput(errors));
    }

    private Thread daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name + "-" + process.pid());
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void readOutput(Thread errors) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                receive(line);
            }
        } catch (IOException e) {
            lost("output", e);
        }
        try {
            int exit = process.waitFor();
            errors.join();
            result.complete(resultOf(exit));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.complete(new WorkerResult.Failed("Waiting for the worker was interrupted", "Try again"));
        }
    }

    /** Lines that are not messages come from native libraries; they go to the log. */
    private void receive(String line) {
        if (!line.startsWith("{\"fathom\":")) {
            LOG.info("worker {}: {}", process.pid(), line);
            return;
        }
        try {
            WorkerMessage message = Json.parseLine(line, WorkerMessage.class);
            if (message instanceof WorkerMessage.Progress progress) {
                tell(progress);
            } else {
                ending = message;
            }
        } catch (IOException e) {
            LOG.warn("Worker {} wrote a line that is no message: {}", process.pid(), line, e);
        }
    }

    /** A listener that fails must not end the reading, or the result would never come. */
    private void tell(WorkerMessage.Progress progress) {
        try {
            listener.progress(progress);
        } catch (RuntimeException e) {
            LOG.warn("A listener of worker {} failed", process.pid(), e);
        }
    }

    private void readErrors() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.info("worker {}: {}", process.pid(), line);
                if (lastErrors.size() == KEPT_LINES) {
                    lastErrors.removeFirst();
                }
                lastErrors.addLast(line);
            }
        } catch (IOException e) {
            lost("errors", e);
        }
    }

    /** Ending a process by force closes its streams under whoever reads them, which is nothing to warn of. */
    private void lost(String stream, IOException e) {
        if (killed) {
            LOG.debug("The {} of worker {} ended with it", stream, process.pid(), e);
        } else {
            LOG.warn("Lost the {} of worker {}", stream, process.pid(), e);
        }
    }

    private WorkerResult resultOf(int exit) {
        if (ending instanceof WorkerMessage.Failure failure) {
            return new WorkerResult.Failed(
                    failure.what(),
                    failure.remedy(),
                    exit == ExitCodes.USAGE ? WorkerResult.Failed.Why.USAGE : WorkerResult.Failed.Why.WORK);
        }
        if (exit == ExitCodes.CANCELLED) {
            return new WorkerResult.Cancelled();
        }
        if (exit == ExitCodes.SUCCESS) {
            return new WorkerResult.Success(ending instanceof WorkerMessage.Result r ? r.value() : null);
        }
        return new WorkerResult.Failed(
                ExitCodes.describe(exit) + lastError(),
                exit == ExitCodes.KILLED
                        ? "If the machine ran out of memory, choose a smaller batch; what was saved is kept"
                        : "Look at the log for details; what was saved is kept",
                WorkerResult.Failed.Why.DIED);
    }

    private String lastError() {
        return lastErrors.isEmpty() ? "" : " (it last said: " + lastErrors.peekLast() + ")";
    }

    /** Asks for a clean stop; the result tells when it has happened. */
    public void cancel() {
        send(WorkerSide.CANCEL);
    }

    /** Lets it live on when this process ends; from then on it is followed and stopped through its run folders. */
    public void detach() {
        send(WorkerSide.DETACH);
    }

    /** Ends the process at once: for work in a native library that no longer answers. */
    public void kill() {
        killed = true;
        process.destroyForcibly();
    }

    private void send(String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            LOG.debug("Worker {} was gone before \"{}\" reached it", process.pid(), line, e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Completes when the process has ended, whatever the reason; never exceptionally. */
    public CompletableFuture<WorkerResult> result() {
        return result;
    }
}

package dev.fathom.export.inspect;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Gives files to a {@link FuzzWorker} and starts a new one when it dies or hangs. */
final class FuzzedWorkers implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Path folder;
    private Process process;
    private BufferedReader output;

    FuzzedWorkers(Path folder) throws IOException {
        this.folder = folder;
        start();
    }

    private void start() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FuzzWorker.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    FuzzOutcome inspect(Path file) throws IOException, InterruptedException {
        process.getOutputStream().write((file + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        FuzzOutcome outcome;
        try {
            outcome = CompletableFuture.supplyAsync(this::answer).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            outcome = FuzzOutcome.TIMED_OUT;
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
        if (outcome == FuzzOutcome.DIED || outcome == FuzzOutcome.TIMED_OUT) {
            close();
            start();
        }
        return outcome;
    }

    private FuzzOutcome answer() {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(FuzzOutcome.MARK)) {
                    return FuzzOutcome.valueOf(line.substring(FuzzOutcome.MARK.length()));
                }
            }
            return FuzzOutcome.DIED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

package dev.fathom.jobs;

import dev.fathom.core.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts {@code fathom} as a worker process. */
public final class Jobs {
    private static final String MAIN_CLASS = "dev.fathom.Main";
    /** First argument of a worker: messages as JSON lines, cancel by standard input. */
    public static final String WORKER_FLAG = "--worker";

    private Jobs() {}

    /**
     * Starts a worker that stops when this process ends.
     *
     * @param arguments a command line such as {@code ["train", "config.yaml"]}
     */
    public static Worker start(List<String> arguments, WorkerListener listener) {
        return start(List.of(), arguments, listener);
    }

    /** As {@link #start}, but where the system can be told, the worker has only what others leave of the processor. */
    public static Worker startInBackground(List<String> arguments, WorkerListener listener) {
        return start(BackgroundPriority.prefix(), arguments, listener);
    }

    private static Worker start(List<String> prefix, List<String> arguments, WorkerListener listener) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(command());
        command.add(WORKER_FLAG);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Environment.forEngine());
        return new Worker(launch(builder), listener);
    }

    private static Process launch(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UserException(
                    "Cannot start a worker process: " + e.getMessage(), "Check memory and the Java installation", e);
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + Environment.workerHeapMegabytes() + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-Djava.awt.headless=true");
        // A crash in a native library leaves its report beside the log and nothing in the user's folder.
        command.add("-XX:ErrorFile=" + crashReport());
        for (String property : List.of("fathom.home", "ai.djl.offline")) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(MAIN_CLASS);
        return command;
    }

    private static Path crashReport() {
        String log = System.getProperty("fathom.log");
        Path folder = log == null
                ? Path.of(System.getProperty("java.io.tmpdir"))
                : Path.of(log).toAbsolutePath().getParent();
        return folder.resolve("crash-%p.log");
    }
}

package dev.fathom;

import dev.fathom.jobs.Jobs;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this process writes its log: the run's {@code log.txt} for a worker that trains one, else the user's cache. */
final class LogFile {
    private LogFile() {}

    /** Names the file to the logging library; must come before the first logger. */
    static void choose(String[] args) {
        if (System.getProperty("fathom.log") == null) {
            System.setProperty("fathom.log", of(args).toString());
        }
    }

    private static Path of(String[] args) {
        boolean trains = args.length >= 3 && args[0].equals(Jobs.WORKER_FLAG) && args[1].equals("resume");
        if (trains && Files.isDirectory(Path.of(args[2]))) {
            return Path.of(args[2], "log.txt");
        }
        return Path.of(System.getProperty("user.home"), ".cache", "fathom", "log.txt");
    }
}

package dev.fathom.jobs;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How the system is asked to let a program have only what others leave. Each way is a program that becomes the one named
 * behind it, so that the worker keeps the number of its process.
 */
final class BackgroundPriority {
    /**
     * The best first. Linux gives a processor at once to whoever wakes up if nothing but the first kind runs there; by the
     * second, its program weighs a tenth of others.
     */
    private static final List<List<String>> WAYS =
            List.of(List.of("/usr/bin/chrt", "--idle", "0"), List.of("/usr/bin/nice"));

    /** Far longer than it takes, so that a program that hangs does not hold up the first worker. */
    private static final long PATIENCE_SECONDS = 2;

    private BackgroundPriority() {}

    /** What to write in front of a command line; nothing where the system offers no way. */
    static List<String> prefix() {
        return Known.PREFIX;
    }

    /** Tried once. */
    private static final class Known {
        static final List<String> PREFIX =
                WAYS.stream().filter(BackgroundPriority::works).findFirst().orElse(List.of());
    }

    /** A container may forbid what the system has. */
    static boolean works(List<String> way) {
        List<String> harmless = Stream.concat(way.stream(), Stream.of("true")).toList();
        try {
            Process tried = new ProcessBuilder(harmless)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return tried.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && tried.exitValue() == 0;
            } finally {
                tried.destroyForcibly();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

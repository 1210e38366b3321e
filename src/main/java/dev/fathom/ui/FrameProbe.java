package dev.fathom.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For development: with {@code -Dfathom.probe=FILE} the window writes a line a second with its pulses in that second,
 * the longest gap between two of them in milliseconds, the heap in MB, and on the first line the milliseconds from the
 * start of the process to the first pulse.
 */
final class FrameProbe extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(FrameProbe.class);
    private static final long SECOND = 1_000_000_000L;
    private static final double MILLI = 1e6;

    private final Path file;
    private long secondBegan;
    private long last;
    private long longest;
    private int pulses;

    private FrameProbe(Path file) {
        this.file = file;
    }

    /** Starts to measure if the property is set. */
    static void startIfAsked() {
        String wanted = System.getProperty("fathom.probe");
        if (wanted != null) {
            new FrameProbe(Path.of(wanted)).start();
        }
    }

    @Override
    public void handle(long ignored) {
        long now = System.nanoTime();
        if (last == 0) {
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            write("first pulse after " + (System.currentTimeMillis() - started) + " ms");
            secondBegan = now;
        } else {
            pulses++;
            longest = Math.max(longest, now - last);
        }
        last = now;
        if (now - secondBegan >= SECOND) {
            Runtime runtime = Runtime.getRuntime();
            write(String.format(
                    Locale.ROOT,
                    "pulses/s %.1f  longest gap %.0f ms  heap %d MB",
                    pulses * (double) SECOND / (now - secondBegan),
                    longest / MILLI,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20));
            secondBegan = now;
            pulses = 0;
            longest = 0;
        }
    }

    private void write(String line) {
        try {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("The probe cannot write {}", file, e);
            stop();
        }
    }
}

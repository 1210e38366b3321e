package dev.fathom.ui;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For development: with {@code -Dfathom.probe=FILE} the window writes a line a second with its pulses in that second,
 * the longest gap between two of them in milliseconds and how long the window's thread itself computed in that gap (the
 * rest it waited, for example for a processor that others use), and the heap in MB. The first line has the milliseconds
 * and the processor time from the start of the process to the first pulse.
 */
final class FrameProbe extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(FrameProbe.class);
    private static final long SECOND = 1_000_000_000L;
    private static final double MILLI = 1e6;

    private final Path file;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long secondBegan;
    private long last;
    private long lastComputed;
    private long longest;
    private long longestComputed;
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
        long computed = threads.getCurrentThreadCpuTime();
        if (last == 0) {
            long started = ManagementFactory.getRuntimeMXBean().getStartTime();
            write("first pulse after " + (System.currentTimeMillis() - started) + " ms, of which the processor worked "
                    + ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .map(Duration::toMillis)
                            .orElse(-1L)
                    + " ms and this thread " + Math.round(computed / MILLI) + " ms");
            secondBegan = now;
        } else {
            pulses++;
            if (now - last > longest) {
                longest = now - last;
                longestComputed = computed - lastComputed;
            }
        }
        last = now;
        lastComputed = computed;
        if (now - secondBegan >= SECOND) {
            Runtime runtime = Runtime.getRuntime();
            write(String.format(
                    Locale.ROOT,
                    "pulses/s %.1f  longest gap %.0f ms, computed %.0f ms of it  heap %d MB",
                    pulses * (double) SECOND / (now - secondBegan),
                    longest / MILLI,
                    longestComputed / MILLI,
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

package dev.fathom.ui.probe;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the pulses of the window. With {@code -Dfathom.probe=FILE} it writes a line a second: where the user was, the
 * pulses in that second, the longest gap between two of them, how long this thread computed and waited for a processor
 * meanwhile, what was collected and what the machine's host took, and the heap in MB. Every gap longer than {@link StallWatch#LATE_MILLIS} comes with the calls that were
 * going on. A table by place ends the file.
 *
 * <p>To be started, asked and stopped on the JavaFX thread, which it measures.
 */
public final class FrameProbe extends AnimationTimer {
    private static final Logger LOG = LoggerFactory.getLogger(FrameProbe.class);
    private static final long SECOND = 1_000_000_000L;
    private static final double MILLI = 1e6;

    private final Path file;
    private final Supplier<String> where;
    private final ThreadClock clock = ThreadClock.ofThisThread();
    private final StallWatch watch = StallWatch.ofThisThread();
    private final Map<String, Tally> places = new LinkedHashMap<>();
    private final long began = System.nanoTime();
    private Tally second = new Tally();
    private long secondBegan;
    private ThreadClock.Reading last;

    private FrameProbe(Path file, Supplier<String> where) {
        this.file = file;
        this.where = where;
    }

    /** Starts to measure if the property is set. */
    public static Optional<FrameProbe> startIfAsked(Supplier<String> where) {
        return Optional.ofNullable(System.getProperty("fathom.probe")).map(wanted -> start(Path.of(wanted), where));
    }

    /**
     * Starts to measure.
     *
     * @param file to which lines are added
     * @param where tells what the user sees
     */
    public static FrameProbe start(Path file, Supplier<String> where) {
        FrameProbe probe = new FrameProbe(file, where);
        probe.watch.start();
        probe.start();
        return probe;
    }

    @Override
    public void handle(long ignored) {
        ThreadClock.Reading now = clock.read();
        if (last == null) {
            writeStart(now);
            secondBegan = now.nanos();
        } else {
            count(now.since(last));
        }
        last = now;
        if (now.nanos() - secondBegan >= SECOND) {
            writeSecond();
            secondBegan = now.nanos();
            second = new Tally();
        }
    }

    private void count(ThreadClock.Reading gap) {
        String place = where.get();
        second.add(gap);
        places.computeIfAbsent(place, name -> new Tally()).add(gap);
        List<StackTraceElement[]> during = watch.pulse();
        if (gap.nanos() > StallWatch.LATE_MILLIS * MILLI) {
            write(List.of(stamp(place) + "stall of " + Tally.text(gap)));
            write(StallWatch.calls(during));
        }
    }

    private void writeStart(ThreadClock.Reading now) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        long worked = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(-1L);
        write(List.of(
                "first pulse " + (System.currentTimeMillis() - runtime.getStartTime()) + " ms after the process began, "
                        + "which computed " + worked + " ms, this thread " + now.computed() / (long) MILLI + " ms"));
    }

    private void writeSecond() {
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        write(List.of(stamp(where.get()) + second.text() + "  heap " + heap + " MB"));
    }

    private String stamp(String place) {
        return String.format(Locale.ROOT, "%7.1f s  %-12s ", (System.nanoTime() - began) / (double) SECOND, place);
    }

    /** Ends the measuring with the table. */
    public void finish() {
        stop();
        watch.finish();
        places.forEach((place, tally) -> write(List.of(String.format(
                Locale.ROOT, "%-16s %6.1f s  %s  %d stalls", place, tally.seconds(), tally.text(), tally.stalls()))));
    }

    private void write(List<String> lines) {
        try {
            Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("The probe cannot write {}", file, e);
            stop();
        }
    }
}

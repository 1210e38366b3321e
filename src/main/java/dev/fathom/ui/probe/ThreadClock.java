package dev.fathom.ui.probe;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one thread's time goes into. */
final class ThreadClock {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadClock.class);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    /** What the machine's processors did since it was started; Linux alone tells. */
    private static final Path PROCESSORS = Path.of("/proc/stat");
    /** Where "cpu user nice system idle iowait irq softirq steal" has what a host took away, in hundredths of a second. */
    private static final int STOLEN = 8;

    private static final int MILLIS_PER_TICK = 10;

    /** Linux tells how long a thread waited for a processor; null elsewhere. */
    private final Path schedule;

    private ThreadClock(Path schedule) {
        this.schedule = schedule;
    }

    /**
     * @param nanos of the wall clock
     * @param computed nanoseconds on a processor
     * @param queued nanoseconds ready to run, but without a processor; 0 where the system does not tell
     * @param collected milliseconds of garbage collection in the whole process
     * @param stolen milliseconds that the host of a virtual machine took from all its processors together; 0 where the
     *     system does not tell
     */
    record Reading(long nanos, long computed, long queued, long collected, long stolen) {
        static final Reading ZERO = new Reading(0, 0, 0, 0, 0);

        Reading since(Reading before) {
            return new Reading(
                    nanos - before.nanos,
                    computed - before.computed,
                    queued - before.queued,
                    collected - before.collected,
                    stolen - before.stolen);
        }
    }

    /** The clock of the calling thread, to be read on this thread alone. */
    static ThreadClock ofThisThread() {
        try {
            return new ThreadClock(Path.of("/proc/thread-self").toRealPath().resolve("schedstat"));
        } catch (IOException e) {
            LOG.debug("This system does not tell how long threads wait", e);
            return new ThreadClock(null);
        }
    }

    Reading read() {
        long collected = collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        return new Reading(System.nanoTime(), threads.getCurrentThreadCpuTime(), queued(), collected, stolen());
    }

    private static long stolen() {
        try (BufferedReader lines = Files.newBufferedReader(PROCESSORS, StandardCharsets.US_ASCII)) {
            return MILLIS_PER_TICK * Long.parseLong(lines.readLine().split(" +")[STOLEN]);
        } catch (IOException e) {
            LOG.debug("This system does not tell what its processors do", e);
            return 0;
        }
    }

    /** The second of three numbers. */
    private long queued() {
        if (schedule == null) {
            return 0;
        }
        try {
            return Long.parseLong(
                    Files.readString(schedule, StandardCharsets.US_ASCII).split(" ")[1]);
        } catch (IOException e) {
            LOG.debug("Cannot read {}", schedule, e);
            return 0;
        }
    }
}

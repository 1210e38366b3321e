package dev.fathom.jobs;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings that native libraries read once, before the engine is loaded, and that therefore need a process of its own. */
final class Environment {
    static final int MIN_HEAP_MEGABYTES = 512;
    private static final int MAX_HEAP_MEGABYTES = 2048;
    /** Share of all cores in use at which spinning no longer pays: one of four, half of one of two. */
    private static final double BUSY_SHARE = 0.25;

    private static final long SAMPLE_MILLIS = 300;

    private Environment() {}

    /**
     * Variables of the engine.
     *
     * <p>glibc's malloc gives freed memory back to the system and asks for it again at every step; keeping it is worth
     * 12 to 25 % of a training step. OpenMP's spinning wait halves the time of a quiet machine's step, but on a busy one
     * it costs a factor of several, so what the machine does at this moment decides. The load average would be the wrong
     * measure: it still counts the worker that has just ended.
     */
    static Map<String, String> forEngine() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("MALLOC_MMAP_MAX_", "0");
        variables.put("MALLOC_TRIM_THRESHOLD_", "17179869184");
        variables.put("MALLOC_TOP_PAD_", "268435456");
        variables.put("MALLOC_ARENA_MAX", "1");
        variables.put("DJL_OFFLINE", "true");
        variables.put("OPT_OUT_TRACKING", "true");
        if (System.getenv("OMP_WAIT_POLICY") == null && isBusy()) {
            variables.put("OMP_WAIT_POLICY", "PASSIVE");
        }
        return variables;
    }

    private static boolean isBusy() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        system.getCpuLoad();
        try {
            Thread.sleep(SAMPLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return system.getCpuLoad() > BUSY_SHARE;
    }

    /** A quarter of the machine's memory, 0.5 to 2 GiB: the engine's own memory lies outside the heap. */
    static long workerHeapMegabytes() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long quarter = system.getTotalMemorySize() / 4 / (1 << 20);
        return Math.max(MIN_HEAP_MEGABYTES, Math.min(MAX_HEAP_MEGABYTES, quarter));
    }
}

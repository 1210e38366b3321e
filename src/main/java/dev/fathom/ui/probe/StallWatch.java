package dev.fathom.ui.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Notes what a thread does whenever its next pulse is late. */
final class StallWatch extends Thread {
    /** A gap longer than this is a stall. */
    static final long LATE_MILLIS = 100;

    private static final long MILLI = 1_000_000L;
    private static final long SUSPECT = LATE_MILLIS / 3 * MILLI;
    private static final long PERIOD = 5 * MILLI;
    private static final int SHOWN = 16;
    private static final List<String> MACHINERY = List.of(
            "$$Lambda",
            "java.lang.Thread",
            "java.security.",
            "java.util.concurrent.",
            "jdk.internal.",
            "com.sun.glass.",
            "com.sun.javafx.application.PlatformImpl",
            "com.sun.javafx.tk.Toolkit",
            "com.sun.javafx.tk.quantum.QuantumToolkit");

    private final Thread watched;
    private final List<StackTraceElement[]> seen = new ArrayList<>();
    private long last = System.nanoTime();
    private volatile boolean finished;

    private StallWatch(Thread watched) {
        super("stall-watch");
        setDaemon(true);
        this.watched = watched;
    }

    static StallWatch ofThisThread() {
        return new StallWatch(Thread.currentThread());
    }

    @Override
    public void run() {
        while (!finished) {
            LockSupport.parkNanos(PERIOD);
            look();
        }
    }

    private synchronized void look() {
        if (System.nanoTime() - last > SUSPECT) {
            seen.add(watched.getStackTrace());
        }
    }

    /** A pulse has come: what was seen during a long gap before it. */
    synchronized List<StackTraceElement[]> pulse() {
        List<StackTraceElement[]> during = List.copyOf(seen);
        seen.clear();
        last = System.nanoTime();
        return during;
    }

    void finish() {
        finished = true;
    }

    /**
     * Where the thread was: from the outermost call inwards the way that most samples took, as long as a quarter of them
     * goes on together. Calls of the toolkit's own machinery are left out. The innermost comes first.
     */
    static List<String> calls(List<StackTraceElement[]> samples) {
        List<String> path = new ArrayList<>();
        List<StackTraceElement[]> left = samples;
        for (int depth = 1; true; depth++) {
            left = together(left, depth);
            if (left.isEmpty() || 4 * left.size() < samples.size()) {
                return path.subList(0, Math.min(SHOWN, path.size()));
            }
            String call = text(at(left.get(0), depth));
            if (!call.isEmpty() && (path.isEmpty() || !path.get(0).endsWith(call))) {
                path.add(0, "      " + left.size() + "/" + samples.size() + "  " + call);
            }
        }
    }

    private static StackTraceElement at(StackTraceElement[] stack, int depth) {
        return stack[stack.length - depth];
    }

    /** The samples that go on with the most frequent call at this depth. */
    private static List<StackTraceElement[]> together(List<StackTraceElement[]> samples, int depth) {
        return samples.stream()
                .filter(stack -> stack.length >= depth)
                .collect(Collectors.groupingBy(stack -> at(stack, depth)))
                .values()
                .stream()
                .max(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    private static String text(StackTraceElement call) {
        String name = call.getClassName();
        return MACHINERY.stream().anyMatch(name::contains)
                ? ""
                : name + "." + call.getMethodName() + ":" + call.getLineNumber();
    }
}

package dev.fathom.export.tflite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what the runtime's profiler reports. What a loop or branch runs is left out: the operation that runs it has
 * its time already.
 */
final class KernelTimes {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final int XNNPACK = -1;

    /** @param position among the pieces of its run: XNNPACK numbers those of each partition from 0 again */
    private record Key(int position, String name, int operator) {}

    private record Open(String name, int operator, long start) {}

    private final Map<Key, List<Double>> millis = new LinkedHashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int position;

    /** A run begins. */
    void nextRun() {
        position = 0;
    }

    /** What was timed until now was for warming up. */
    void forget() {
        millis.clear();
    }

    /** An operation outside XNNPACK begins; gives back how many are under way. */
    int begin(String name, long operator) {
        open.push(new Open(name, (int) operator, System.nanoTime()));
        return open.size();
    }

    /** The operation that began last has ended. */
    void end() {
        long now = System.nanoTime();
        Open ended = open.pop();
        add(ended.name(), ended.operator(), (now - ended.start()) / NANOS_PER_MILLI);
    }

    /** A piece of an XNNPACK partition took so long. */
    void timed(String name, long micros) {
        add(name, XNNPACK, micros / MICROS_PER_MILLI);
    }

    private void add(String name, int operator, double value) {
        if (open.isEmpty()) {
            millis.computeIfAbsent(new Key(position, name, operator), none -> new ArrayList<>())
                    .add(value);
            position++;
        }
    }

    /** Medians over the runs, in the order of execution: other programs interrupt some runs, and means would show them. */
    List<KernelProfile.Kernel> medians() {
        List<KernelProfile.Kernel> medians = new ArrayList<>();
        millis.forEach(
                (key, times) -> medians.add(new KernelProfile.Kernel(key.name(), key.operator(), median(times))));
        return medians;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}

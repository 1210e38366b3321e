package dev.fathom.ui.probe;

import java.util.Locale;

/** Pulses that were counted, and the longest gap between two. */
final class Tally {
    private static final double MILLI = 1e6;

    private ThreadClock.Reading longest = ThreadClock.Reading.ZERO;
    private long nanos;
    private int pulses;
    private int stalls;

    void add(ThreadClock.Reading gap) {
        pulses++;
        nanos += gap.nanos();
        if (gap.nanos() > longest.nanos()) {
            longest = gap;
        }
        if (gap.nanos() > StallWatch.LATE_MILLIS * MILLI) {
            stalls++;
        }
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** Gaps that were longer than allowed. */
    int stalls() {
        return stalls;
    }

    double pulsesPerSecond() {
        return nanos == 0 ? 0 : pulses * 1e9 / nanos;
    }

    String text() {
        return String.format(Locale.ROOT, "pulses/s %4.1f  longest gap %s", pulsesPerSecond(), text(longest));
    }

    /** "120 ms (computed 80, waited for a processor 31, collected 0, stolen 10)". */
    static String text(ThreadClock.Reading gap) {
        return String.format(
                Locale.ROOT,
                "%3.0f ms (computed %.0f, waited for a processor %.0f, collected %d, stolen %d)",
                gap.nanos() / MILLI,
                gap.computed() / MILLI,
                gap.queued() / MILLI,
                gap.collected(),
                gap.stolen());
    }
}

package dev.fathom.ui.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThreadClockTest {
    private static final long MILLI = 1_000_000L;

    private final ThreadClock clock = ThreadClock.ofThisThread();

    @Test
    void sleepIsNotComputed() throws InterruptedException {
        ThreadClock.Reading before = clock.read();
        TimeUnit.MILLISECONDS.sleep(120);
        ThreadClock.Reading gap = clock.read().since(before);
        assertTrue(gap.nanos() >= 120 * MILLI, gap.toString());
        assertTrue(gap.computed() < gap.nanos() / 2, gap.toString());
        assertTrue(gap.queued() >= 0 && gap.collected() >= 0 && gap.stolen() >= 0, gap.toString());
    }

    @Test
    void workIsComputed() {
        ThreadClock.Reading before = clock.read();
        ThreadClock.Reading gap;
        do {
            gap = clock.read().since(before);
        } while (gap.computed() < 20 * MILLI);
        assertTrue(gap.nanos() >= gap.computed(), gap.toString());
    }

    @Test
    void theLongestGapAndEveryStallAreTold() {
        Tally tally = new Tally();
        tally.add(new ThreadClock.Reading(20 * MILLI, 5 * MILLI, 0, 0, 0));
        tally.add(new ThreadClock.Reading(130 * MILLI, 80 * MILLI, 31 * MILLI, 9, 10));
        tally.add(new ThreadClock.Reading(100 * MILLI, 90 * MILLI, 0, 0, 0));
        assertEquals(1, tally.stalls());
        assertEquals(0.25, tally.seconds(), 1e-12);
        assertEquals(
                "pulses/s 12.0  longest gap 130 ms (computed 80, waited for a processor 31, collected 9, stolen 10)",
                tally.text());
    }
}

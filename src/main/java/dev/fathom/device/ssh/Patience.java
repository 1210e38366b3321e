package dev.fathom.device.ssh;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How long connecting may take. Time in which the user is asked does not count. */
final class Patience {
    /** How often who waits looks whether it is still wanted. */
    static final Duration POLL = Duration.ofMillis(50);

    private final Limits limits;
    private final BooleanSupplier cancel;
    private final AtomicInteger asking = new AtomicInteger();
    private volatile long since = System.nanoTime();

    Patience(Limits limits, BooleanSupplier cancel) {
        this.limits = limits;
        this.cancel = cancel;
    }

    Limits limits() {
        return limits;
    }

    /** A new step begins, with its own time. */
    void restart() {
        since = System.nanoTime();
    }

    /** @throws CancellationException if the user does not want it any more */
    void requireWanted() {
        if (cancel.getAsBoolean()) {
            throw new CancellationException("connecting was stopped");
        }
    }

    boolean isOver() {
        return isOver(1);
    }

    /** Whether this part of the time, up to 1, has passed. */
    boolean isOver(double part) {
        return asking.get() == 0
                && System.nanoTime() - since > part * limits.answer().toNanos();
    }

    <T> T whileAsking(Supplier<T> question) {
        asking.incrementAndGet();
        try {
            return question.get();
        } finally {
            restart();
            asking.decrementAndGet();
        }
    }
}

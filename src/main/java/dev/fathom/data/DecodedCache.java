package dev.fathom.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Decoded samples kept in memory up to a number of bytes. What came first stays: every epoch touches every sample once,
 * and for that pattern throwing out the oldest would mean hardly ever finding anything.
 */
final class DecodedCache {
    private final Map<Integer, DecodedSample> kept = new ConcurrentHashMap<>();
    private final AtomicLong free;

    DecodedCache(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /** The sample at an index, read if it is not kept; safe from any thread. */
    DecodedSample get(int index, Supplier<DecodedSample> reader) {
        DecodedSample known = kept.get(index);
        if (known != null) {
            return known;
        }
        DecodedSample read = reader.get();
        if (free.addAndGet(-read.bytes()) < 0 || kept.putIfAbsent(index, read) != null) {
            free.addAndGet(read.bytes());
        }
        return read;
    }

    /** Number of samples kept. */
    int size() {
        return kept.size();
    }
}

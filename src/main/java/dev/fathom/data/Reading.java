package dev.fathom.data;

import dev.fathom.data.codec.Decoders;
import java.util.Optional;

/**
 * How a {@link BatchLoader} comes by its samples; apart from the decoders, none of it changes a batch.
 *
 * @param threads that decode and augment, 1 or 2 are enough
 * @param cacheBytes memory for decoded samples, 0 for none
 * @param disk where decoded samples are kept between runs
 * @param decoders that may be used besides the JDK's; where they {@linkplain Decoders#reduce reduce}, pictures are no
 *     longer resized from their exact pixels
 */
public record Reading(int threads, long cacheBytes, Optional<DiskCache> disk, Decoders decoders) {
    /** Memory for decoded samples unless said otherwise: a quarter of the heap, at most 1 GiB (680 of 640x480). */
    public static final long DEFAULT_CACHE_BYTES =
            Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);

    /** Batches ahead of each thread. */
    private static final int AHEAD = 2;

    /** One thread, exact pixels, nothing kept on a disk. */
    public static final Reading PLAIN = new Reading(1, DEFAULT_CACHE_BYTES, Optional.empty(), Decoders.JDK);

    public Reading {
        if (threads <= 0 || cacheBytes < 0) {
            throw new IllegalArgumentException(threads + " threads, " + cacheBytes + " bytes of cache");
        }
    }

    /** Batches made ahead of the one asked for: enough that no thread waits for the one whose turn it is. */
    int ahead() {
        return AHEAD * threads;
    }

    /** With so many threads. */
    public Reading withThreads(int count) {
        return new Reading(count, cacheBytes, disk, decoders);
    }

    /** With so much memory for decoded samples, 0 for none. */
    public Reading withCacheBytes(long bytes) {
        return new Reading(threads, bytes, disk, decoders);
    }

    /** With decoded samples kept on a disk between runs. */
    public Reading withDisk(DiskCache kept) {
        return new Reading(threads, cacheBytes, Optional.of(kept), decoders);
    }

    /** With decoders besides the JDK's, which only training should have. */
    public Reading withDecoders(Decoders natives) {
        return new Reading(threads, cacheBytes, disk, natives);
    }
}

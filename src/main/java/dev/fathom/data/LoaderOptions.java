package dev.fathom.data;

import dev.fathom.core.ImageSize;
import dev.fathom.data.codec.Decoders;
import java.util.Optional;

/**
 * How a {@link BatchLoader} makes batches.
 *
 * @param canvas size of the network's input, to which all samples are brought
 * @param batchSize examples a batch
 * @param fewestImages that a batch must have, those without depth included; a smaller one is passed over
 * @param augmentation how examples are varied
 * @param shuffle new order each epoch, or the order of the list
 * @param seed of order and augmentation
 * @param threads that decode and augment, 1 or 2 are enough
 * @param prefetch batches made ahead of the one asked for
 * @param cacheBytes memory for decoded samples, 0 for none
 * @param disk where decoded samples are kept between runs
 * @param decoders that may be used besides the JDK's; where they {@linkplain Decoders#reduce reduce}, pictures are no
 *     longer resized from their exact pixels
 */
public record LoaderOptions(
        ImageSize canvas,
        int batchSize,
        int fewestImages,
        Augmentation augmentation,
        boolean shuffle,
        long seed,
        int threads,
        int prefetch,
        long cacheBytes,
        Optional<DiskCache> disk,
        Decoders decoders) {

    /** Memory for decoded samples unless said otherwise: a quarter of the heap, at most 1 GiB (680 of 640x480). */
    public static final long DEFAULT_CACHE_BYTES =
            Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4);

    /** Batches ahead of each thread. */
    private static final int AHEAD = 2;

    public LoaderOptions {
        if (batchSize <= 0 || fewestImages <= 0 || threads <= 0 || prefetch <= 0 || cacheBytes < 0) {
            throw new IllegalArgumentException("batch size " + batchSize + ", at least " + fewestImages + ", " + threads
                    + " threads, " + prefetch + " batches ahead, " + cacheBytes + " bytes of cache");
        }
    }

    /** Shuffled and augmented. */
    public static LoaderOptions training(ImageSize canvas, int batchSize, Augmentation augmentation, long seed) {
        return new LoaderOptions(
                canvas,
                batchSize,
                1,
                augmentation,
                true,
                seed,
                1,
                AHEAD,
                DEFAULT_CACHE_BYTES,
                Optional.empty(),
                Decoders.JDK);
    }

    /** In the order of the list, unchanged, every sample once. */
    public static LoaderOptions evaluation(ImageSize canvas, int batchSize) {
        return new LoaderOptions(
                canvas,
                batchSize,
                1,
                Augmentation.none(),
                false,
                0,
                1,
                AHEAD,
                DEFAULT_CACHE_BYTES,
                Optional.empty(),
                Decoders.JDK);
    }

    /** Passing over batches of fewer images. */
    public LoaderOptions withFewestImages(int images) {
        return new LoaderOptions(
                canvas, batchSize, images, augmentation, shuffle, seed, threads, prefetch, cacheBytes, disk, decoders);
    }

    /** Enough batches ahead that no thread waits for the one whose turn it is. */
    public LoaderOptions withThreads(int count) {
        return new LoaderOptions(
                canvas,
                batchSize,
                fewestImages,
                augmentation,
                shuffle,
                seed,
                count,
                AHEAD * count,
                cacheBytes,
                disk,
                decoders);
    }

    /** With so much memory for decoded samples, 0 for none. */
    public LoaderOptions withCacheBytes(long bytes) {
        return new LoaderOptions(
                canvas, batchSize, fewestImages, augmentation, shuffle, seed, threads, prefetch, bytes, disk, decoders);
    }

    /** With decoded samples kept on a disk between runs. */
    public LoaderOptions withDisk(DiskCache kept) {
        return new LoaderOptions(
                canvas,
                batchSize,
                fewestImages,
                augmentation,
                shuffle,
                seed,
                threads,
                prefetch,
                cacheBytes,
                Optional.of(kept),
                decoders);
    }

    /** With decoders besides the JDK's, which only training should have. */
    public LoaderOptions withDecoders(Decoders natives) {
        return new LoaderOptions(
                canvas,
                batchSize,
                fewestImages,
                augmentation,
                shuffle,
                seed,
                threads,
                prefetch,
                cacheBytes,
                disk,
                natives);
    }
}

package dev.fathom.data;

import dev.fathom.core.ImageSize;

/**
 * How a {@link BatchLoader} makes batches.
 *
 * @param canvas size of the network's input, to which all samples are brought
 * @param batchSize examples a batch
 * @param fewestImages that a batch must have, those without depth included; a smaller one is passed over
 * @param augmentation how examples are varied
 * @param shuffle new order each epoch, or the order of the list
 * @param seed of order and augmentation
 * @param reading how the samples are come by
 */
public record LoaderOptions(
        ImageSize canvas,
        int batchSize,
        int fewestImages,
        Augmentation augmentation,
        boolean shuffle,
        long seed,
        Reading reading) {

    public LoaderOptions {
        if (batchSize <= 0 || fewestImages <= 0) {
            throw new IllegalArgumentException("batch size " + batchSize + ", at least " + fewestImages);
        }
    }

    /** Shuffled and augmented. */
    public static LoaderOptions training(ImageSize canvas, int batchSize, Augmentation augmentation, long seed) {
        return new LoaderOptions(canvas, batchSize, 1, augmentation, true, seed, Reading.PLAIN);
    }

    /** In the order of the list, unchanged, every sample once. */
    public static LoaderOptions evaluation(ImageSize canvas, int batchSize) {
        return new LoaderOptions(canvas, batchSize, 1, Augmentation.none(), false, 0, Reading.PLAIN);
    }

    /** Passing over batches of fewer images. */
    public LoaderOptions withFewestImages(int images) {
        return new LoaderOptions(canvas, batchSize, images, augmentation, shuffle, seed, reading);
    }

    /** With samples come by in this way. */
    public LoaderOptions with(Reading samples) {
        return new LoaderOptions(canvas, batchSize, fewestImages, augmentation, shuffle, seed, samples);
    }
}

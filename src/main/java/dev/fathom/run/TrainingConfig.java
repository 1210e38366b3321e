package dev.fathom.run;

/**
 * Length and rhythm of a run.
 *
 * @param validateEvery epochs between validations; the last epoch is always validated
 * @param sampleEvery epochs between written predictions of the preview images; the last epoch always writes them
 * @param previews how many validation images are previews
 * @param checkpointEvery epochs between {@code last} checkpoints; a stop always writes one
 * @param threads of the engine, part of the result's bits; none or 0 is resolved to this machine's cores when the file is read
 */
public record TrainingConfig(
        Integer epochs,
        Integer batchSize,
        Integer validateEvery,
        Integer sampleEvery,
        Integer previews,
        Integer checkpointEvery,
        Integer threads) {
    /** More than any one machine has cores; the system refuses to make very many. */
    private static final int MOST_THREADS = 1024;

    public TrainingConfig {
        epochs = epochs == null ? 100 : epochs;
        batchSize = batchSize == null ? 16 : batchSize;
        validateEvery = validateEvery == null ? 1 : validateEvery;
        sampleEvery = sampleEvery == null ? 5 : sampleEvery;
        previews = previews == null ? 4 : previews;
        checkpointEvery = checkpointEvery == null ? 1 : checkpointEvery;
        threads = threads == null || threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        Require.positive(epochs, "training.epochs");
        Require.positive(batchSize, "training.batch_size");
        Require.positive(validateEvery, "training.validate_every");
        Require.positive(sampleEvery, "training.sample_every");
        Require.notNegative(previews, "training.previews");
        Require.positive(checkpointEvery, "training.checkpoint_every");
        Require.that(
                threads > 0 && threads <= MOST_THREADS,
                "training.threads is " + threads,
                "Set it to a number from 1 to " + MOST_THREADS + ", or to 0 for this machine's cores");
    }

    static TrainingConfig defaults() {
        return new TrainingConfig(null, null, null, null, null, null, null);
    }
}

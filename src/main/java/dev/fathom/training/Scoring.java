package dev.fathom.training;

import dev.fathom.core.DepthMap;
import dev.fathom.core.DepthMetrics;
import dev.fathom.core.ErrorSums;
import dev.fathom.core.Protocol;
import dev.fathom.core.ValidMask;
import dev.fathom.data.Batch;
import dev.fathom.data.BatchLoader;
import dev.fathom.data.EpochBatches;
import dev.fathom.data.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Scores a network's full-resolution predictions on every picture of a split, batch by batch.
 *
 * @param loader unshuffled, without augmentation
 */
record Scoring(BatchPredictor predictor, BatchLoader loader, Protocol protocol) implements AutoCloseable {

    /** One picture and its errors. */
    record Scored(Sample sample, ErrorSums sums) {
        DepthMetrics metrics() {
            return sums.metrics();
        }
    }

    /**
     * Metrics of each picture, in the order of the split, or nothing if it was cancelled.
     *
     * @param done told after each batch how many pictures are scored
     */
    Optional<List<Scored>> run(BooleanSupplier cancel, IntConsumer done) {
        List<Scored> all = new ArrayList<>();
        try (EpochBatches batches = loader.epoch(1, 0)) {
            while (batches.hasNext()) {
                if (cancel.getAsBoolean()) {
                    return Optional.empty();
                }
                Batch batch = batches.next();
                List<DepthMap> predictions = predictor.predict(batch);
                all.addAll(IntStream.range(0, batch.size())
                        .parallel()
                        .mapToObj(i ->
                                new Scored(batch.samples().get(i), protocol.sums(predictions.get(i), truth(batch, i))))
                        .toList());
                done.accept(all.size());
            }
        }
        return Optional.of(all);
    }

    static DepthMap truth(Batch batch, int index) {
        int pixels = batch.canvas().pixels();
        int first = index * pixels;
        BitSet valid = new BitSet(pixels);
        for (int i = 0; i < pixels; i++) {
            valid.set(i, batch.mask()[first + i] != 0);
        }
        int width = batch.canvas().width();
        int height = batch.canvas().height();
        float[] metres = Arrays.copyOfRange(batch.depth(), first, first + pixels);
        return new DepthMap(width, height, metres, ValidMask.of(width, height, valid));
    }

    @Override
    public void close() {
        loader.close();
    }
}

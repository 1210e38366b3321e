package dev.fathom.data;

import dev.fathom.core.UserException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Batches of a list of samples, decoded and augmented ahead on daemon threads. Batch k of epoch e is a function of the
 * seed, e, k and the set of unreadable files alone, so a run that starts in the middle sees what the uninterrupted run
 * saw.
 *
 * <p>Used by one thread; {@link #close} may come from any, at any time.
 */
public final class BatchLoader implements AutoCloseable {
    private final BatchMaker maker;
    private final LoaderOptions options;
    private final ExecutorService workers;
    private EpochBatches current;

    /** Without unlabelled pictures; the rest as in the other constructor. */
    public BatchLoader(List<Sample> samples, LoaderOptions options, Consumer<DataProblem> problems) {
        this(samples, Unlabeled.NONE, options, problems);
    }

    /**
     * @param unlabeled what each batch gets besides its samples
     * @param problems told of each file that cannot be used, once, from a loader thread
     * @throws UserException if there is not one batch in an epoch
     */
    public BatchLoader(
            List<Sample> samples, Unlabeled unlabeled, LoaderOptions options, Consumer<DataProblem> problems) {
        this.maker = new BatchMaker(samples, unlabeled, options, problems);
        if (maker.batchesPerEpoch() == 0) {
            throw new UserException(
                    samples.size() + " samples do not make one batch of " + options.batchSize(),
                    "Use more samples or a smaller batch size");
        }
        this.options = options;
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(options.reading().threads(), task -> {
            Thread thread = new Thread(task, "batch-loader-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Number of places for batches in an epoch; unreadable files leave places empty, not fewer. */
    public int batchesPerEpoch() {
        return maker.batchesPerEpoch();
    }

    /**
     * The batches of an epoch from number {@code firstBatch} on. An epoch that is still running on this loader ends.
     *
     * @param firstBatch from 0; {@link #batchesPerEpoch} gives an epoch without batches
     * @throws CancellationException if the loader was closed
     */
    public synchronized EpochBatches epoch(int epoch, int firstBatch) {
        if (firstBatch < 0 || firstBatch > batchesPerEpoch()) {
            throw new IllegalArgumentException("batch " + firstBatch + " of " + batchesPerEpoch());
        }
        if (workers.isShutdown()) {
            throw new CancellationException("the loader was closed");
        }
        if (current != null) {
            current.close();
        }
        current = new EpochBatches(maker, workers, options.reading().ahead(), epoch, firstBatch);
        return current;
    }

    /** Stops the threads; a consumer that waits for a batch gets a {@link CancellationException}. */
    @Override
    public synchronized void close() {
        if (current != null) {
            current.close();
        }
        workers.shutdown();
    }
}

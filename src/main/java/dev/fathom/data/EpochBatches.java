package dev.fathom.data;

import dev.fathom.core.UserException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The batches of one epoch, in order. A bounded number is in the making; nobody waits for room, so closing is instant. */
public final class EpochBatches implements Iterator<Batch>, AutoCloseable {
    private final BatchMaker maker;
    private final ExecutorService workers;
    private final int prefetch;
    private final int epoch;
    private final int[] order;
    private final Deque<Future<Batch>> pending = new ArrayDeque<>();
    private final int firstBatch;
    private int nextToMake;
    private int delivered;
    private boolean closed;
    private Batch ready;

    EpochBatches(BatchMaker maker, ExecutorService workers, int prefetch, int epoch, int firstBatch) {
        this.maker = maker;
        this.workers = workers;
        this.prefetch = prefetch;
        this.epoch = epoch;
        this.order = maker.order(epoch);
        this.firstBatch = firstBatch;
        this.nextToMake = firstBatch;
        topUp();
    }

    private synchronized void topUp() {
        if (closed) {
            throw new CancellationException("the loader was closed");
        }
        while (pending.size() < prefetch && nextToMake < maker.batchesPerEpoch()) {
            int index = nextToMake++;
            pending.add(workers.submit(() -> maker.make(order, epoch, index)));
        }
    }

    /** The next batch stays in the queue while it is waited for, so that closing cancels it too. */
    private synchronized Future<Batch> firstPending() {
        return pending.peek();
    }

    private synchronized void removeFirst(Future<Batch> done) {
        pending.remove(done);
    }

    /**
     * Waits until the next batch is there; one in which no file, or too few, could be read is passed over.
     *
     * @throws UserException if no file of the whole set, or too few for any batch, could be read
     * @throws CancellationException if the loader was closed, or the waiting thread interrupted
     */
    @Override
    public boolean hasNext() {
        while (ready == null) {
            topUp();
            Future<Batch> next = firstPending();
            if (next == null) {
                requireSomeBatch();
                return false;
            }
            Batch batch = await(next);
            removeFirst(next);
            if (maker.isUsable(batch)) {
                ready = batch;
                delivered++;
                topUp();
            }
        }
        return true;
    }

    private void requireSomeBatch() {
        if (delivered == 0 && firstBatch == 0) {
            throw new UserException(
                    maker.hasPassedOver()
                            ? "Too few of the " + order.length + " samples can be read for any batch of them"
                            : "None of the " + order.length + " samples can be read",
                    "See the list of bad files, and check the data set's folder");
        }
    }

    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Batch batch = ready;
        ready = null;
        return batch;
    }

    private Batch await(Future<Batch> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a batch");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Drops what is in the making. No thread is interrupted: an interrupted read would look like a bad file. */
    @Override
    public synchronized void close() {
        closed = true;
        pending.forEach(future -> future.cancel(false));
        pending.clear();
    }
}

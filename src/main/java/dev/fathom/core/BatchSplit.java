package dev.fathom.core;

/**
 * How the samples of an epoch are divided into batches: the last one takes what is left over, unless that is too few.
 *
 * @param size samples in each batch but the last
 * @param fewest samples that a batch must have
 */
public record BatchSplit(int size, int fewest) {
    public BatchSplit {
        if (size <= 0 || fewest <= 0) {
            throw new IllegalArgumentException("batches of " + size + ", at least " + fewest);
        }
    }

    /** Batches that so many samples make. */
    public int batches(int samples) {
        int whole = size < fewest ? 0 : samples / size;
        int rest = samples % size;
        return whole + (rest > 0 && rest >= fewest ? 1 : 0);
    }

    /** Samples of an epoch that are in no batch. */
    public int passedOver(int samples) {
        if (size < fewest) {
            return samples;
        }
        int rest = samples % size;
        return rest < fewest ? rest : 0;
    }
}

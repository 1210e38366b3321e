package dev.fathom.data;

import java.util.List;

/**
 * Pictures without depth that are added to each batch after its samples.
 *
 * @param pictures from which they are taken; a depth of theirs is not read
 * @param perBatch how many a batch gets, 0 for none
 */
public record Unlabeled(List<Sample> pictures, int perBatch) {
    /** No batch gets any. */
    public static final Unlabeled NONE = new Unlabeled(List.of(), 0);

    /** @throws IllegalArgumentException if there is no picture to take */
    public Unlabeled {
        pictures = List.copyOf(pictures);
        if (perBatch < 0 || perBatch > 0 && pictures.isEmpty()) {
            throw new IllegalArgumentException(perBatch + " a batch of " + pictures.size() + " pictures");
        }
    }
}

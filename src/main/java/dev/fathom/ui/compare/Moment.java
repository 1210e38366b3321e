package dev.fathom.ui.compare;

import java.util.Comparator;
import java.util.List;

/** A place of the epoch slider: an epoch with sample predictions, or the best weights with which a split was predicted. */
record Moment(int epoch) {
    /** The weights that validated best; after all epochs. */
    static final Moment BEST = new Moment(Integer.MAX_VALUE);

    boolean isBest() {
        return epoch == BEST.epoch;
    }

    String text() {
        return isBest() ? "Best weights" : "Epoch " + epoch;
    }

    /** The one of these epochs that is nearest, of two the later one. */
    static int nearest(List<Integer> epochs, int wanted) {
        return epochs.stream()
                .min(Comparator.comparingLong((Integer epoch) -> Math.abs((long) epoch - wanted))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }
}

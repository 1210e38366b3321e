package dev.fathom.data;

import java.util.ArrayList;
import java.util.List;

/**
 * An endless sequence of unlabelled pictures: one shuffled pass over all of them after the other, independent of the
 * order of the labelled samples. Batch k of the run takes the places from k times the number a batch on, so each place
 * is a function of the seed and k alone.
 */
final class UnlabeledStream {
    /** Keep the order of a pass and the chances of a place apart from the streams of the labelled samples. */
    private static final long ORDER_KEY = 0x756e6c6f72646572L;

    private static final long PLACE_KEY = 0x756e6c706c616365L;

    private final Unlabeled unlabeled;
    private final long seed;
    private volatile Pass latest = new Pass(-1, new int[0]);

    UnlabeledStream(Unlabeled unlabeled, long seed) {
        this.unlabeled = unlabeled;
        this.seed = seed;
    }

    int perBatch() {
        return unlabeled.perBatch();
    }

    /** What is taken at one place, and the chances by which it is varied. */
    record Place(int index, Sample sample, SeededRandom random) {}

    /** What a batch takes; safe from several threads. */
    List<Place> of(long batch) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < perBatch(); i++) {
            long place = batch * perBatch() + i;
            int count = unlabeled.pictures().size();
            int index = pass(place / count).order[(int) (place % count)];
            SeededRandom random = SeededRandom.of(seed, PLACE_KEY, place);
            places.add(new Place(index, unlabeled.pictures().get(index), random));
        }
        return places;
    }

    private Pass pass(long number) {
        Pass known = latest;
        if (known.number != number) {
            known = new Pass(
                    number,
                    SeededRandom.of(seed, ORDER_KEY, number)
                            .order(unlabeled.pictures().size()));
            latest = known;
        }
        return known;
    }

    private record Pass(long number, int[] order) {}
}

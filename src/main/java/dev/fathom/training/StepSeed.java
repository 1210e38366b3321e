package dev.fathom.training;

import java.util.SplittableRandom;

/** Seeds for what is drawn in a step, so that a step draws the same however often a run was stopped before it. */
final class StepSeed {
    private StepSeed() {}

    /**
     * @param seed of the run
     * @param done global steps before this one
     */
    static long of(long seed, long done) {
        return new SplittableRandom(new SplittableRandom(seed).nextLong() ^ done).nextLong();
    }
}

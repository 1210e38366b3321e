package dev.fathom.run;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of {@code last.json} or {@code best.json}: where a training stands and which files belong to it.
 *
 * @param files by their role ({@code weights}, {@code optimizer}, and {@code auxiliary} where losses learn); {@code best} has
 *     weights only
 * @param position where to go on
 * @param best best validation up to here, or null
 */
public record Checkpoint(Map<String, StoredFile> files, Position position, RunInfo.Best best, Instant written) {
    public Checkpoint {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** A file beside the pointer; size and digest tell a damaged one. */
    public record StoredFile(String name, long bytes, String sha256) {}

    /**
     * A moment between two steps.
     *
     * @param step optimiser steps done since the start of the run
     * @param epoch the epoch that the next step belongs to, from 1; one more than there are when the run is finished
     * @param batch number of the next batch in that epoch, from 0
     * @param sums what the epoch has added up so far: {@code images}, and each loss times its images
     * @param seed of the run
     */
    public record Position(long step, int epoch, int batch, Map<String, Double> sums, long seed) {
        public Position {
            sums = Collections.unmodifiableMap(new TreeMap<>(sums));
        }

        /** Before the first step. */
        public static Position start(long seed) {
            return new Position(0, 1, 0, Map.of(), seed);
        }
    }
}

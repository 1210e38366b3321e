package dev.fathom.training;

import dev.fathom.engine.GraphBlock;
import dev.fathom.engine.Weights;
import dev.fathom.run.Checkpoint;
import dev.fathom.run.Checkpoints;
import dev.fathom.run.RunInfo;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** All that changes while a network is trained, and all that a checkpoint has to hold. */
final class TrainingState {
    private final GraphBlock network;
    private final AuxiliaryParameters auxiliary;
    private final Adam adam;
    private final long seed;
    private long step;
    private int epoch = 1;
    private int batch;
    private EpochSums sums = new EpochSums();
    private RunInfo.Best best;

    TrainingState(GraphBlock network, AuxiliaryParameters auxiliary, Adam adam, long seed) {
        this.network = network;
        this.auxiliary = auxiliary;
        this.adam = adam;
        this.seed = seed;
    }

    GraphBlock network() {
        return network;
    }

    AuxiliaryParameters auxiliary() {
        return auxiliary;
    }

    Adam adam() {
        return adam;
    }

    /** Of the run. */
    long seed() {
        return seed;
    }

    /** Global steps done. */
    long step() {
        return step;
    }

    /** The epoch that the next step belongs to, from 1. */
    int epoch() {
        return epoch;
    }

    /** The next batch in the epoch, from 0. */
    int batch() {
        return batch;
    }

    /** Of the running epoch. */
    EpochSums sums() {
        return sums;
    }

    /** The best validation so far, or null. */
    RunInfo.Best best() {
        return best;
    }

    void stepDone(StepLosses losses, int batchInEpoch) {
        step = losses.step();
        batch = batchInEpoch + 1;
        sums.add(losses);
    }

    /** An epoch that has become so short is over where the state stood behind its end. */
    void cutEpoch(int batches) {
        batch = Math.min(batch, batches);
    }

    void epochDone() {
        epoch++;
        batch = 0;
        sums = new EpochSums();
    }

    void improved(RunInfo.Best better) {
        best = better;
    }

    Checkpoint.Position position() {
        return new Checkpoint.Position(step, epoch, batch, sums.stored(), seed);
    }

    /** The files of {@code last}. */
    Map<String, Checkpoints.Content> contents() {
        Map<String, Checkpoints.Content> contents = new HashMap<>(weightsOnly());
        contents.put(Checkpoints.OPTIMIZER, file -> adam.state().write(file));
        if (!auxiliary.isEmpty()) {
            contents.put(Checkpoints.AUXILIARY, file -> auxiliary.values().write(file));
        }
        return contents;
    }

    /** The files of {@code best}. */
    Map<String, Checkpoints.Content> weightsOnly() {
        return Map.of(Checkpoints.WEIGHTS, file -> network.weights().write(file));
    }

    /** Goes back to where a checkpoint was written, to the last bit. */
    void restore(Checkpoints checkpoints, Checkpoint from) throws IOException {
        network.load(Weights.read(checkpoints.file(from, Checkpoints.WEIGHTS)));
        adam.restore(Weights.read(checkpoints.file(from, Checkpoints.OPTIMIZER)));
        if (!auxiliary.isEmpty()) {
            auxiliary.restore(Weights.read(checkpoints.file(from, Checkpoints.AUXILIARY)));
        }
        step = from.position().step();
        epoch = from.position().epoch();
        batch = from.position().batch();
        sums = new EpochSums(from.position().sums());
        best = from.best();
    }
}

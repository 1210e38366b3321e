package dev.fathom.training;

import java.io.IOException;

/** Sees a training pass by, in the order of registration, on the training's thread. */
interface TrainingListener {

    /**
     * The losses of a step are known and the weights not yet changed.
     *
     * @throws DivergedException to end the training before that
     */
    default void onLosses(StepLosses losses) {}

    default void onStep(StepReport step) throws IOException {}

    /** The state already points at the next epoch. */
    default void onEpoch(EpochReport epoch) throws IOException {}

    /** The training ends between two steps because it was asked to. */
    default void onStop() throws IOException {}
}

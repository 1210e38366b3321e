package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;

/** A training objective for depth. One class a loss, formula and source in its javadoc. */
@FunctionalInterface
public interface DepthLoss {

    /**
     * The loss of a batch as a differentiable scalar. It is finite for every finite prediction; where the batch gives
     * it nothing to work on (no valid pixel) it is 0 with gradient 0.
     *
     * <p>What it creates lives in {@link LossInput#scope()}, which stays open until the gradients are taken.
     */
    NDArray of(LossInput input);
}

package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;
import java.util.Map;

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

    /**
     * Constants of the formula that are trained with the network, by name, with their values at the beginning. They are
     * kept in the checkpoint and never become part of the network.
     */
    default Map<String, double[]> parameters() {
        return Map.of();
    }

    /** Whether it learns from the ground truth alone, so that it is not shown the images without labels. */
    default boolean needsLabels() {
        return true;
    }

    /** Whether a small error makes it negative, so that a factor that is learnt would only grow. */
    default boolean canBeNegative() {
        return false;
    }
}

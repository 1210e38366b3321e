package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.LossInput;
import java.util.List;

/**
 * The mean of the squared differences {@code (f^s - f^t)^2} of the features themselves, over channels and places of the
 * batch; weighted and added over the pairs.
 *
 * <p>Hinton et al., 2015, and Romero et al., FitNets, 2015; the official code of LiteDepth (Li et al., 2022, Table 6)
 * has it as its margin loss of type l2, with weight 0.01 on the last decoder stage.
 *
 * @param pairs of equal channels, if need be by an adapter
 */
public record L2Loss(Variant variant, List<FeaturePair> pairs) implements FeatureLoss {

    /** Which places count. */
    public enum Variant {
        /** LiteDepth's code: places with valid depth, of an image without any all. */
        MASKED,
        /** All places. */
        FULL
    }

    public L2Loss {
        pairs = List.copyOf(pairs);
    }

    @Override
    public NDArray ofPair(NDArray student, NDArray teacher, LossInput input) {
        NDArray squares = Affinity.places(student).sub(Affinity.places(teacher)).square();
        if (variant == Variant.FULL) {
            return squares.mean();
        }
        NDArray mask = ValidPlaces.of(student, input);
        NDArray values = Ops.scale(mask.sum(), student.getShape().get(1));
        return squares.mul(mask).sum().div(Ops.atLeast(values, 1));
    }
}

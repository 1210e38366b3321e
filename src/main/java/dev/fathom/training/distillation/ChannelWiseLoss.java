package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.LossInput;
import java.util.List;

/**
 * Channel-wise distillation: each channel is a distribution over the places of the image, {@code softmax(f / tau)}, and
 * the student's shall be the teacher's: {@code tau^2 * KL(teacher || student)}, the mean over channels and images;
 * weighted and added over the pairs.
 *
 * <p>Shu et al., Channel-wise Knowledge Distillation for Dense Prediction, 2021; the official code of LiteDepth (Li et
 * al., 2022, Table 6) has it with tau 4 and weight 0.01 on the last decoder stage.
 *
 * @param tau temperature: the higher, the more places count
 * @param pairs of equal channels, if need be by an adapter
 */
public record ChannelWiseLoss(Variant variant, double tau, List<FeaturePair> pairs) implements FeatureLoss {
    /** Beside it every other logit vanishes in the softmax, and its own differences stay finite. */
    private static final double NOWHERE = -1e9;

    /** Which places the distributions are over. */
    public enum Variant {
        /** LiteDepth's code: places with valid depth, of an image without any all. */
        MASKED,
        /** Shu et al.: all places. */
        FULL
    }

    public ChannelWiseLoss {
        if (!(tau > 0)) {
            throw new IllegalArgumentException("a temperature of " + tau);
        }
        pairs = List.copyOf(pairs);
    }

    @Override
    public NDArray ofPair(NDArray student, NDArray teacher, LossInput input) {
        NDArray s = logits(student);
        NDArray t = logits(teacher);
        if (variant == Variant.MASKED) {
            NDArray valid = ValidPlaces.of(student, input).gt(0);
            s = Ops.select(valid, s, NOWHERE);
            t = Ops.select(valid, t, NOWHERE);
        }
        NDArray logTeacher = t.logSoftmax(2);
        NDArray divergence = logTeacher.exp().mul(logTeacher.sub(s.logSoftmax(2)));
        return Ops.scale(divergence.sum(new int[] {2}).mean(), tau * tau);
    }

    private NDArray logits(NDArray features) {
        return Ops.scale(Affinity.places(features), 1 / tau);
    }
}

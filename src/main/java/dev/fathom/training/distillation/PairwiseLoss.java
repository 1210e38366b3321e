package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.pooling.Pool;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.LossInput;
import java.util.List;

/**
 * Pairwise distillation: the squared differences of the affinity maps, {@code sum_ij (a^s_ij - a^t_ij)^2} over all
 * places of an image, the features being of unit length; averaged over the images, weighted and added over the pairs.
 *
 * <p>Wang et al., 2021, Eq. 4, after Liu et al., Structured Knowledge Distillation, 2019, whose code pools the features
 * to a few nodes first.
 *
 * @param poolScale max pooling with windows of this part of height and width, side by side, as Liu's code has it with
 *     0.5; 0 for none, as in Wang et al.
 * @param pairs channels may differ
 */
public record PairwiseLoss(Variant variant, double poolScale, List<FeaturePair> pairs) implements FeatureLoss {

    /** By what the sum is divided. */
    public enum Variant {
        /** Wang's Eq. 4: by the number of places w * h. */
        AS_PUBLISHED,
        /**
         * Liu's code: by the square of the number of places, and the gradient takes the vectors' lengths as constants, so
         * that it also changes lengths, on which the loss does not depend. On a decoder without batch norm that ran away.
         */
        LIU
    }

    public PairwiseLoss {
        if (!(poolScale >= 0 && poolScale <= 1)) {
            throw new IllegalArgumentException("a pool scale of " + poolScale);
        }
        pairs = List.copyOf(pairs);
    }

    @Override
    public NDArray ofPair(NDArray student, NDArray teacher, LossInput input) {
        NDArray s = unit(pooled(student));
        NDArray sums = Affinity.squaredDifferences(s, unit(pooled(teacher)));
        double places = s.getShape().get(2);
        return Ops.scale(sums.mean(), variant == Variant.LIU ? 1 / (places * places) : 1 / places);
    }

    private NDArray unit(NDArray features) {
        NDArray places = Affinity.places(features);
        NDArray lengths = Affinity.lengths(places);
        return places.div(variant == Variant.LIU ? lengths.stopGradient() : lengths);
    }

    private NDArray pooled(NDArray features) {
        if (poolScale == 0) {
            return features;
        }
        Shape shape = features.getShape();
        long height = Math.max(1, (long) (shape.get(2) * poolScale));
        long width = Math.max(1, (long) (shape.get(3) * poolScale));
        Shape window = new Shape(height, width);
        return Pool.maxPool2d(features, window, window, new Shape(0, 0), true);
    }
}

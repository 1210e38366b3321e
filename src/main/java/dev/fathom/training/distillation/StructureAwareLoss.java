package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.LossInput;
import java.util.List;
import java.util.Optional;

/**
 * Structure-aware distillation: student and teacher shall see the same similarities between places of an image. With
 * feature vectors f of unit length the affinity of places i and j is {@code a_ij = f_i . f_j}; the loss compares the
 * affinity maps of each pair, averages over the images and adds the weighted pairs.
 *
 * <p>Li et al., LiteDepth, 2022, Eq. 12, after Liu et al., Structured Knowledge Distillation, 2020.
 *
 * @param pairs channels may differ
 * @param maxPlaces the published form averages features of more places than this down to a grid of fewer
 */
public record StructureAwareLoss(Variant variant, List<FeaturePair> pairs, int maxPlaces) implements FeatureLoss {

    /** The paper and its code differ. */
    public enum Variant {
        /**
         * The official code: mean of {@code (a^s - a^t)^2} over places with valid depth, of an image without any over
         * all.
         */
        AS_CODED,
        /** The paper: mean of {@code |a^s - a^t|} over all places. Costs time and memory of the square of the places. */
        AS_PUBLISHED
    }

    public StructureAwareLoss {
        pairs = List.copyOf(pairs);
    }

    @Override
    public NDArray ofPair(NDArray student, NDArray teacher, LossInput input) {
        if (variant == Variant.AS_PUBLISHED) {
            NDArray s = unit(PlaceLimit.of(student, maxPlaces));
            NDArray t = unit(PlaceLimit.of(teacher, maxPlaces));
            return Affinity.maps(s).sub(Affinity.maps(t)).abs().mean();
        }
        NDArray mask = ValidPlaces.of(student, input);
        NDArray sums = Affinity.squaredDifferences(
                unit(student).mul(mask), unit(teacher).mul(mask));
        NDArray count = mask.sum(new int[] {1, 2});
        return sums.div(Ops.atLeast(count.square(), 1)).mean();
    }

    /** The size to which this averages feature maps of another, as text; empty if it leaves them as they are. */
    public Optional<String> pooledTo(int height, int width) {
        int factor = PlaceLimit.factor(height, width, maxPlaces);
        return variant == Variant.AS_CODED || factor == 1
                ? Optional.empty()
                : Optional.of(PlaceLimit.part(height, factor) + "x" + PlaceLimit.part(width, factor));
    }

    private static NDArray unit(NDArray features) {
        NDArray places = Affinity.places(features);
        return places.div(Affinity.lengths(places));
    }
}

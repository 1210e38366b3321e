package dev.fathom.training.distillation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.fathom.engine.Ops;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.LossInput;
import dev.fathom.training.losses.TruthGrid;
import java.util.List;

/**
 * Structure-aware distillation: student and teacher shall see the same similarities between places of an image. With
 * feature vectors f of unit length the affinity of places i and j is {@code a_ij = f_i . f_j}; the loss compares the
 * affinity maps of each pair, averages over the images and adds the weighted pairs.
 *
 * <p>Li et al., LiteDepth, 2022, Eq. 12, after Liu et al., Structured Knowledge Distillation, 2020.
 *
 * @param pairs taps of equal height and width; channels may differ
 */
public record StructureAwareLoss(Variant variant, List<FeaturePair> pairs) implements DepthLoss {

    /** The paper and its code differ. */
    public enum Variant {
        /** The official code: mean of {@code (a^s - a^t)^2} over places with valid depth. */
        AS_CODED,
        /** The paper: mean of {@code |a^s - a^t|} over all places. Costs time and memory of the square of the places. */
        AS_PUBLISHED
    }

    public StructureAwareLoss {
        pairs = List.copyOf(pairs);
    }

    @Override
    public NDArray of(LossInput input) {
        NDArray total = null;
        for (FeaturePair pair : pairs) {
            NDArray s = unitVectors(input.features().get(pair.student()));
            NDArray t = unitVectors(input.teacherFeatures().get(pair.teacher()));
            NDArray loss = variant == Variant.AS_PUBLISHED
                    ? affinities(s).sub(affinities(t)).abs().mean()
                    : maskedSquares(s, t, mask(input, pair));
            NDArray weighted = Ops.scale(loss, pair.weight());
            total = total == null ? weighted : total.add(weighted);
        }
        return total;
    }

    /** [N, C, h, w] to [N, C, places], each place's vector of length 1; a vector of zeros stays. */
    private static NDArray unitVectors(NDArray features) {
        Shape shape = features.getShape();
        NDArray f = features.reshape(shape.get(0), shape.get(1), shape.get(2) * shape.get(3));
        NDArray squares = f.square().sum(new int[] {1}, true);
        return f.div(Ops.select(squares.gt(0), squares, 1).sqrt());
    }

    /** [N, places, places]. */
    private static NDArray affinities(NDArray unit) {
        return unit.transpose(0, 2, 1).matMul(unit);
    }

    /** Where the truth is valid as [N, 1, places], 1 or 0: brought to the prediction's size, then to the nearest pixel. */
    private static NDArray mask(LossInput input, FeaturePair pair) {
        Shape depth = input.depth().getShape();
        NDArray features = input.features().get(pair.student());
        int height = (int) features.getShape().get(2);
        int width = (int) features.getShape().get(3);
        TruthGrid truth = TruthGrid.of(input.truth(), (int) depth.get(2), (int) depth.get(3), TruthGrid.Holes.BLEED);
        boolean[] valid = truth.validAt(height, width);
        return input.scope()
                .create(valid, new Shape(truth.batch(), 1, (long) height * width))
                .toType(features.getDataType(), false);
    }

    private static NDArray maskedSquares(NDArray student, NDArray teacher, NDArray mask) {
        NDArray s = student.mul(mask);
        NDArray t = teacher.mul(mask);
        long places = s.getShape().get(2);
        boolean fewPlaces = places <= Math.max(s.getShape().get(1), t.getShape().get(1));
        NDArray sums =
                fewPlaces ? affinities(s).sub(affinities(t)).square().sum(new int[] {1, 2}) : squaresByChannels(s, t);
        NDArray count = mask.sum(new int[] {1, 2});
        return sums.div(Ops.atLeast(count.square(), 1)).mean();
    }

    /**
     * The sum over i, j of (s_i.s_j - t_i.t_j)^2 without the maps of places x places:
     * |S S'|^2 - 2 |S T'|^2 + |T T'|^2, the matrices being channels x channels.
     */
    private static NDArray squaresByChannels(NDArray s, NDArray t) {
        NDArray ss = products(s, s);
        NDArray st = products(s, t);
        NDArray tt = products(t, t);
        return ss.sub(Ops.scale(st, 2)).add(tt);
    }

    private static NDArray products(NDArray a, NDArray b) {
        return a.matMul(b.transpose(0, 2, 1)).square().sum(new int[] {1, 2});
    }
}

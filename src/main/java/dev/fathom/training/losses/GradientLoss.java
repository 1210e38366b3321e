package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.fathom.engine.Ops;

/**
 * The difference between the depth gradients of prediction and truth at the network's own resolution:
 * {@code mean |dx p - dx t| + mean |dy p - dy t|} with forward differences.
 *
 * <p>Li et al., LiteDepth, 2022, Eq. 8. A difference next to an invalid pixel means nothing; the variants differ in
 * what they make of it. As published is the default: on real pictures it trained better than the other two.
 */
public record GradientLoss(Variant variant) implements DepthLoss {

    /** Readings of Eq. 8. */
    public enum Variant {
        /**
         * The paper: differences that touch an invalid pixel count 0, the mean is over all positions. The truth is
         * brought down without its holes bleeding into valid depth.
         */
        AS_PUBLISHED,
        /**
         * The official code: the truth's difference counts as 0 there and the prediction's stays, so that the loss
         * smooths the prediction along holes; the truth is brought down with its holes bleeding.
         */
        AS_CODED,
        /** As published, but the mean is over the valid positions, so that holes do not weaken the loss. */
        MASKED_MEAN
    }

    private static final String RIGHT = ":, :, :, 1:";
    private static final String LEFT = ":, :, :, :-1";
    private static final String BELOW = ":, :, 1:, :";
    private static final String ABOVE = ":, :, :-1, :";

    @Override
    public NDArray of(LossInput input) {
        NDArray p = input.depth();
        Shape shape = p.getShape();
        TruthGrid.Holes holes = variant == Variant.AS_CODED ? TruthGrid.Holes.BLEED : TruthGrid.Holes.EXCLUDE;
        TruthGrid grid = TruthGrid.of(input.truth(), (int) shape.get(2), (int) shape.get(3), holes);
        NDManager scope = input.scope();
        NDArray t = scope.create(grid.metres(), shape).toType(p.getDataType(), false);
        NDArray valid = scope.create(grid.valid(), shape);
        return direction(p, t, valid, RIGHT, LEFT).add(direction(p, t, valid, BELOW, ABOVE));
    }

    private NDArray direction(NDArray p, NDArray t, NDArray valid, String to, String from) {
        NDArray dp = p.get(to).sub(p.get(from));
        NDArray dt = t.get(to).sub(t.get(from));
        NDArray both = valid.get(to).logicalAnd(valid.get(from));
        return switch (variant) {
            case AS_PUBLISHED -> Ops.select(both, dp.sub(dt), 0).abs().mean();
            case AS_CODED -> dp.sub(Ops.select(both, dt, 0)).abs().mean();
            case MASKED_MEAN -> Ops.maskedMean(dp.sub(dt).abs(), both);
        };
    }
}

package dev.fathom.training.losses;

import ai.djl.ndarray.NDArray;

/**
 * Gradient matching over four scales: with the residual {@code r = p - t} subsampled by strides 1, 2, 4 and 8, the sum
 * over the scales of {@code (sum |dx r| + sum |dy r|) / M}, where differences count whose two cells are valid, and M is
 * the number of valid cells of the scale in the batch. At the prediction's own resolution; the truth is brought down
 * without its holes bleeding into valid depth.
 *
 * <p>Wang et al., 2021, Eq. 3, as in MiDaS (Ranftl et al., 2020), which they cite, and Li and Snavely, MegaDepth, 2018.
 */
public record GradientMatchingLoss(Variant variant) implements DepthLoss {
    private static final int[] STRIDES = {1, 2, 4, 8};

    /** Shallower predictions count as this many metres in logarithms, and pass no gradient. */
    private static final double SHALLOWEST = 1e-3;

    /** What is compared. */
    public enum Variant {
        /** Depth in metres. */
        DEPTH,
        /** Its natural logarithm. */
        LOG,
        /**
         * Eq. 3 to the letter: {@code |dp| W} with no truth but in W, which the paper leaves undefined. Here it is
         * {@code exp(-|dt|)}, an assumption: depth shall be even where the truth is. Alone it is least for a constant.
         */
        EDGE_WEIGHTED
    }

    @Override
    public NDArray of(LossInput input) {
        return ClosedForm.of(input, (p, gradient) -> {
            TruthGrid t = TruthGrid.of(input.truth(), p.height(), p.width(), TruthGrid.Holes.EXCLUDE);
            double sum = 0;
            for (int stride : STRIDES) {
                sum += scale(p, t, stride, gradient);
            }
            return sum;
        });
    }

    private double scale(DepthGrid p, TruthGrid t, int stride, double[] gradient) {
        int valid = validCells(t, stride);
        double sum = 0;
        for (int image = 0; image < p.batch() && valid > 0; image++) {
            for (int y = 0; y < p.height(); y += stride) {
                for (int x = 0; x < p.width(); x += stride) {
                    int cell = image * p.cells() + y * p.width() + x;
                    if (x + stride < p.width()) {
                        sum += pair(p, t, cell, cell + stride, valid, gradient);
                    }
                    if (y + stride < p.height()) {
                        sum += pair(p, t, cell, cell + stride * p.width(), valid, gradient);
                    }
                }
            }
        }
        return valid == 0 ? 0 : sum / valid;
    }

    private static int validCells(TruthGrid t, int stride) {
        int count = 0;
        for (int cell = 0; cell < t.valid().length; cell++) {
            int x = cell % t.width();
            int y = cell / t.width() % t.height();
            count += t.valid()[cell] && x % stride == 0 && y % stride == 0 ? 1 : 0;
        }
        return count;
    }

    /** The term of two neighbours; its slopes, divided by the number of valid cells, are added to the gradient. */
    private double pair(DepthGrid p, TruthGrid t, int from, int to, int valid, double[] gradient) {
        if (!t.valid()[from] || !t.valid()[to]) {
            return 0;
        }
        double[] depth = p.metres();
        double truth = value(t.metres()[to]) - value(t.metres()[from]);
        double weight = variant == Variant.EDGE_WEIGHTED ? Math.exp(-Math.abs(truth)) : 1;
        double wanted = variant == Variant.EDGE_WEIGHTED ? 0 : truth;
        double difference = value(depth[to]) - value(depth[from]) - wanted;
        double slope = Math.signum(difference) * weight / valid;
        gradient[to] += slope * derivative(depth[to]);
        gradient[from] -= slope * derivative(depth[from]);
        return weight * Math.abs(difference);
    }

    private double value(double metres) {
        return variant == Variant.LOG ? Math.log(Math.max(SHALLOWEST, metres)) : metres;
    }

    private double derivative(double metres) {
        if (variant != Variant.LOG) {
            return 1;
        }
        return metres < SHALLOWEST ? 0 : 1 / metres;
    }
}

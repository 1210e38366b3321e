package dev.fathom.training.losses;

/**
 * The scale-invariant logarithmic loss:
 * {@code alpha * sqrt(var(e) + (1 - lambda) * mean(e)^2)} with {@code e = ln(p + eps) - ln(t + eps)} over all valid
 * pixels of the batch taken together.
 *
 * <p>From Eigen et al., 2014; as a root in BTS (Lee et al., 2019), AdaBins (Bhat et al., 2021) and LiteDepth (Li et al.,
 * 2022, Eq. 7). A prediction for which {@code p + eps} is below the larger of eps and 1 mm counts as that and gets no
 * gradient, so that a depth of 0 is finite without an eps too.
 *
 * @param variant whose variance
 * @param alpha factor
 * @param lambda 1 ignores a common scale, 0 punishes it fully
 * @param eps metres added to both depths
 */
public record SiLogLoss(Variant variant, double alpha, double lambda, double eps) implements PixelLoss {
    /** LiteDepth's constants. */
    public static final SiLogLoss LITEDEPTH = Variant.LITEDEPTH.usual();

    private static final double FLOOR = 1e-3;

    /** The forms of the official codes, which agree in lambda only. */
    public enum Variant {
        /** The variance is unbiased (n - 1), where the paper has it biased; alpha is 1 and eps 1 mm. */
        LITEDEPTH(1, 1e-3, 1),
        /** The variance is biased (n), which is {@code mean(e^2) - lambda * mean(e)^2}; alpha is 10, without eps. */
        BTS(10, 0, 0),
        /** As BTS with the unbiased variance. */
        ADABINS(10, 0, 1);

        private final double alpha;
        private final double eps;
        private final int estimated;

        Variant(double alpha, double eps, int estimated) {
            this.alpha = alpha;
            this.eps = eps;
            this.estimated = estimated;
        }

        /** With the constants of its code. */
        public SiLogLoss usual() {
            return new SiLogLoss(this, alpha, 0.85, eps);
        }
    }

    /**
     * The log truth of each cell's pixels: their number, their mean, and the squared deviations from the cells' means
     * added up over the image. All that the loss needs, because the prediction is constant within a cell.
     */
    private record Cells(int[] count, double[] mean, double deviations) {}

    @Override
    public double evaluate(DepthGrid prediction, Truth truth, double[] gradient) {
        Blocks blocks = Blocks.of(prediction, truth);
        Cells[] images = Blocks.eachImage(truth.batch(), i -> cells(truth, i, blocks, prediction), Cells[]::new);
        double[] p = prediction.metres();
        long n = 0;
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            Cells image = images[i / prediction.cells()];
            int cell = i % prediction.cells();
            n += image.count[cell];
            sum += image.count[cell] * error(p[i], image.mean[cell]);
        }
        if (n == 0) {
            return 0;
        }
        double mean = sum / n;
        double squares = 0;
        for (Cells image : images) {
            squares += image.deviations;
        }
        for (int i = 0; i < p.length; i++) {
            Cells image = images[i / prediction.cells()];
            int cell = i % prediction.cells();
            double off = error(p[i], image.mean[cell]) - mean;
            squares += image.count[cell] * off * off;
        }
        double degrees = Math.max(1, n - variant.estimated);
        double root = Math.sqrt(squares / degrees + (1 - lambda) * mean * mean);
        for (int i = 0; i < p.length && root > 0; i++) {
            Cells image = images[i / prediction.cells()];
            int cell = i % prediction.cells();
            double off = error(p[i], image.mean[cell]) - mean;
            double slope = image.count[cell] * (off / degrees + (1 - lambda) * mean / n) / root;
            gradient[i] = p[i] + eps < floor() ? 0 : alpha * slope / (p[i] + eps);
        }
        return alpha * root;
    }

    private double error(double metres, double meanLogTruth) {
        return Math.log(Math.max(floor(), metres + eps)) - meanLogTruth;
    }

    private double floor() {
        return Math.max(FLOOR, eps);
    }

    private Cells cells(Truth truth, int image, Blocks blocks, DepthGrid prediction) {
        int[] count = new int[prediction.cells()];
        double[] first = new double[count.length];
        double[] sum = new double[count.length];
        double[] squares = new double[count.length];
        for (int y = 0; y < truth.height(); y++) {
            int line = (image * truth.height() + y) * truth.width();
            int row = blocks.row()[y] * prediction.width();
            for (int x = 0; x < truth.width(); x++) {
                if (truth.mask()[line + x] != 0) {
                    int cell = row + blocks.column()[x];
                    double log = Math.log(truth.metres()[line + x] + eps);
                    if (count[cell]++ == 0) {
                        first[cell] = log;
                    }
                    // Squares about a value of the cell do not cancel as squares about 0 would.
                    double off = log - first[cell];
                    sum[cell] += off;
                    squares[cell] += off * off;
                }
            }
        }
        double[] mean = new double[count.length];
        double deviations = 0;
        for (int cell = 0; cell < count.length; cell++) {
            if (count[cell] > 0) {
                mean[cell] = first[cell] + sum[cell] / count[cell];
                deviations += Math.max(0, squares[cell] - sum[cell] * sum[cell] / count[cell]);
            }
        }
        return new Cells(count, mean, deviations);
    }
}

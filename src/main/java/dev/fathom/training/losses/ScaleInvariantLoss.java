package dev.fathom.training.losses;

/**
 * The scale-invariant loss {@code mean(g^2) - lambda * mean(g)^2} with {@code g = ln p - ln t}, over all valid pixels of
 * the batch taken together. Unlike {@link SiLogLoss} it has no root and adds nothing to the depths.
 *
 * <p>Wang et al., Knowledge Distillation for Fast and Accurate Monocular Depth Estimation on Mobile Devices, 2021, Eq. 2,
 * with lambda 1; from Eigen et al., 2014. Predictions below 1 mm count as 1 mm and get no gradient.
 *
 * @param lambda 1 ignores a common scale, 0 punishes it fully
 */
public record ScaleInvariantLoss(double lambda) implements PixelLoss {
    /** Wang's constant. */
    public static final ScaleInvariantLoss WANG = new ScaleInvariantLoss(1);

    private static final double FLOOR = 1e-3;

    @Override
    public double evaluate(DepthGrid prediction, Truth truth, double[] gradient) {
        Blocks blocks = Blocks.of(prediction, truth);
        int[] count = new int[gradient.length];
        // Holds each cell's sum of g until the mean is known.
        Sums[] images = Blocks.eachImage(
                truth.batch(), image -> addUp(prediction, truth, image, blocks, count, gradient), Sums[]::new);
        long n = 0;
        double sum = 0;
        double squares = 0;
        for (Sums image : images) {
            n += image.count;
            sum += image.sum;
            squares += image.squares;
        }
        if (n == 0) {
            return 0;
        }
        double mean = sum / n;
        double[] p = prediction.metres();
        for (int i = 0; i < p.length; i++) {
            gradient[i] = p[i] < FLOOR ? 0 : 2 * (gradient[i] - lambda * mean * count[i]) / (n * p[i]);
        }
        return squares / n - lambda * mean * mean;
    }

    private record Sums(long count, double sum, double squares) {}

    private static Sums addUp(DepthGrid prediction, Truth truth, int image, Blocks blocks, int[] count, double[] sums) {
        long n = 0;
        double sum = 0;
        double squares = 0;
        for (int y = 0; y < truth.height(); y++) {
            int line = (image * truth.height() + y) * truth.width();
            int row = image * prediction.cells() + blocks.row()[y] * prediction.width();
            for (int x = 0; x < truth.width(); x++) {
                if (truth.mask()[line + x] != 0) {
                    int cell = row + blocks.column()[x];
                    double g = Math.log(Math.max(FLOOR, prediction.metres()[cell]) / truth.metres()[line + x]);
                    count[cell]++;
                    sums[cell] += g;
                    n++;
                    sum += g;
                    squares += g * g;
                }
            }
        }
        return new Sums(n, sum, squares);
    }
}

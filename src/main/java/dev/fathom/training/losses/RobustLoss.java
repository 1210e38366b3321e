package dev.fathom.training.losses;

/**
 * A robust regression loss in metres, the mean over all valid pixels of the batch of {@code rho(t - p)}.
 *
 * <p>Barron's general loss (2019) is {@code |a-2|/a * ((e^2/c^2/|a-2| + 1)^(a/2) - 1)}. LiteDepth (Li et al. 2022, Eq. 10)
 * takes a = 1 and c = 2.
 *
 * @param variant the paper prints the formula without its "+1", the official code has it
 * @param c metres from which on an error counts linearly
 */
public record RobustLoss(Variant variant, double c) implements PixelLoss {
    /** What the official code trains with. */
    public static final RobustLoss LITEDEPTH = new RobustLoss(Variant.PSEUDO_HUBER, 2);

    /** Two readings of Eq. 10 for a = 1. */
    public enum Variant {
        /** As coded: {@code sqrt((e/c)^2 + 1) - 1}, quadratic near 0 and linear far away. */
        PSEUDO_HUBER {
            @Override
            double rho(double scaled) {
                return Math.sqrt(scaled * scaled + 1) - 1;
            }

            @Override
            double slope(double scaled) {
                return scaled / Math.sqrt(scaled * scaled + 1);
            }
        },
        /** As printed: {@code |e|/c - 1}, which is the mean absolute error scaled and shifted below 0. */
        AS_PUBLISHED {
            @Override
            double rho(double scaled) {
                return Math.abs(scaled) - 1;
            }

            @Override
            double slope(double scaled) {
                return Math.signum(scaled);
            }
        };

        abstract double rho(double scaled);

        abstract double slope(double scaled);
    }

    @Override
    public double evaluate(DepthGrid prediction, Truth truth, double[] gradient) {
        Blocks blocks = Blocks.of(prediction, truth);
        Sums[] images = Blocks.eachImage(
                truth.batch(), image -> addUp(prediction, truth, image, blocks, gradient), Sums[]::new);
        double sum = 0;
        long n = 0;
        for (Sums image : images) {
            sum += image.loss;
            n += image.count;
        }
        if (n == 0) {
            return 0;
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= n * c;
        }
        return sum / n;
    }

    private record Sums(double loss, long count) {}

    private Sums addUp(DepthGrid prediction, Truth truth, int image, Blocks blocks, double[] gradient) {
        double loss = 0;
        long count = 0;
        for (int y = 0; y < truth.height(); y++) {
            int line = (image * truth.height() + y) * truth.width();
            int row = image * prediction.cells() + blocks.row()[y] * prediction.width();
            for (int x = 0; x < truth.width(); x++) {
                if (truth.mask()[line + x] != 0) {
                    int cell = row + blocks.column()[x];
                    double scaled = (prediction.metres()[cell] - truth.metres()[line + x]) / c;
                    loss += variant.rho(scaled);
                    gradient[cell] += variant.slope(scaled);
                    count++;
                }
            }
        }
        return new Sums(loss, count);
    }
}

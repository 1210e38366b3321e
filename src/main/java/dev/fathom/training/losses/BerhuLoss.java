package dev.fathom.training.losses;

import java.util.stream.IntStream;

/**
 * The reverse Huber loss in metres, the mean over all valid pixels of the batch of {@code |e|} where that is at most c
 * and of {@code (e^2 + c^2) / (2 c)} above, with {@code e = p - t} and c a fifth of the batch's largest {@code |e|}. The
 * gradient takes c as a constant.
 *
 * <p>Laina et al., Deeper Depth Prediction with Fully Convolutional Residual Networks, 2016, Eq. 1.
 */
public record BerhuLoss() implements PixelLoss {
    private static final double SHARE = 0.2;

    /** The loss for a given c. */
    record Above(double c) implements ErrorLoss {
        @Override
        public double rho(double e) {
            double size = Math.abs(e);
            return size <= c ? size : (e * e + c * c) / (2 * c);
        }

        @Override
        public double slope(double e) {
            return Math.abs(e) <= c ? Math.signum(e) : e / c;
        }
    }

    @Override
    public double evaluate(DepthGrid prediction, Truth truth, double[] gradient) {
        return above(prediction, truth).evaluate(prediction, truth, gradient);
    }

    /** With the c of a batch. */
    static Above above(DepthGrid prediction, Truth truth) {
        Blocks blocks = Blocks.of(prediction, truth);
        double largest = IntStream.range(0, truth.batch() * truth.pixels())
                .parallel()
                .filter(pixel -> truth.mask()[pixel] != 0)
                .mapToDouble(pixel -> Math.abs(error(pixel, prediction, truth, blocks)))
                .max()
                .orElse(0);
        return new Above(SHARE * largest);
    }

    private static double error(int pixel, DepthGrid prediction, Truth truth, Blocks blocks) {
        int image = pixel / truth.pixels();
        int row = blocks.row()[pixel % truth.pixels() / truth.width()];
        int column = blocks.column()[pixel % truth.width()];
        int cell = image * prediction.cells() + row * prediction.width() + column;
        return prediction.metres()[cell] - truth.metres()[pixel];
    }
}

package dev.fathom.training.losses;

/** The mean over all valid pixels of the batch of a function of the error {@code e = p - t} in metres alone. */
interface ErrorLoss extends PixelLoss {

    /** The loss of one pixel whose error is {@code e} metres. */
    double rho(double e);

    /** The derivative of {@link #rho}; 0 where it has none. */
    double slope(double e);

    @Override
    default double evaluate(DepthGrid prediction, Truth truth, double[] gradient) {
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
            gradient[i] /= n;
        }
        return sum / n;
    }

    /** Of one image. */
    record Sums(double loss, long count) {}

    private Sums addUp(DepthGrid prediction, Truth truth, int image, Blocks blocks, double[] gradient) {
        double loss = 0;
        long count = 0;
        for (int y = 0; y < truth.height(); y++) {
            int line = (image * truth.height() + y) * truth.width();
            int row = image * prediction.cells() + blocks.row()[y] * prediction.width();
            for (int x = 0; x < truth.width(); x++) {
                if (truth.mask()[line + x] != 0) {
                    int cell = row + blocks.column()[x];
                    double e = prediction.metres()[cell] - truth.metres()[line + x];
                    loss += rho(e);
                    gradient[cell] += slope(e);
                    count++;
                }
            }
        }
        return new Sums(loss, count);
    }
}

package dev.fathom.training.losses;

/** One evaluation of {@link AdaptiveRobustLoss}: with respect to the prediction, then to alpha and c. */
final class AdaptedErrors {
    private final Barron barron;
    private final double c;
    private double byAlpha;
    private double byC;

    AdaptedErrors(Barron barron, double c) {
        this.barron = barron;
        this.c = c;
    }

    /** The loss; its gradient is added to zeros. Without a valid pixel all is 0. */
    double evaluate(DepthGrid prediction, Truth truth, double[] gradient) {
        Blocks blocks = Blocks.of(prediction, truth);
        Sums[] images = Blocks.eachImage(
                truth.batch(), image -> addUp(prediction, truth, image, blocks, gradient), Sums[]::new);
        Sums all = new Sums(0, 0, 0, 0);
        for (Sums image : images) {
            all = all.and(image);
        }
        if (all.count == 0) {
            return 0;
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= all.count;
        }
        Partition partition = Partition.of(barron);
        byAlpha = all.byAlpha / all.count + partition.slope();
        byC = 1 / c - all.errorTimesSlope / all.count / c;
        return all.loss / all.count + Math.log(c) + partition.log();
    }

    double byAlpha() {
        return byAlpha;
    }

    double byC() {
        return byC;
    }

    private record Sums(double loss, double byAlpha, double errorTimesSlope, long count) {
        Sums and(Sums other) {
            return new Sums(
                    loss + other.loss,
                    byAlpha + other.byAlpha,
                    errorTimesSlope + other.errorTimesSlope,
                    count + other.count);
        }
    }

    private Sums addUp(DepthGrid prediction, Truth truth, int image, Blocks blocks, double[] gradient) {
        double loss = 0;
        double alphas = 0;
        double products = 0;
        long count = 0;
        for (int y = 0; y < truth.height(); y++) {
            int line = (image * truth.height() + y) * truth.width();
            int row = image * prediction.cells() + blocks.row()[y] * prediction.width();
            for (int x = 0; x < truth.width(); x++) {
                if (truth.mask()[line + x] != 0) {
                    int cell = row + blocks.column()[x];
                    double e = prediction.metres()[cell] - truth.metres()[line + x];
                    double slope = barron.slope(e / c) / c;
                    loss += barron.rho(e / c);
                    alphas += barron.byAlpha(e / c);
                    products += e * slope;
                    gradient[cell] += slope;
                    count++;
                }
            }
        }
        return new Sums(loss, alphas, products, count);
    }
}

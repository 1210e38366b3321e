package dev.fathom.training.losses;

/**
 * A robust regression loss in metres, the mean over all valid pixels of the batch of Barron's general function
 * (2019) of {@code (p - t) / c}. See {@link Barron}.
 *
 * <p>LiteDepth (Li et al. 2022, Eq. 10) takes alpha 1 and c 2, which is {@code sqrt((e/c)^2 + 1) - 1}: quadratic near 0
 * and linear far away.
 *
 * @param alpha the shape, any number or minus infinity; the smaller, the less outliers count
 * @param c metres up to which the loss is about quadratic
 */
public record RobustLoss(double alpha, double c) implements ErrorLoss {
    /** What the official code trains with. */
    public static final RobustLoss LITEDEPTH = new RobustLoss(1, 2);

    public RobustLoss {
        if (!(alpha < Double.POSITIVE_INFINITY && c > 0)) {
            throw new IllegalArgumentException("alpha " + alpha + " and c " + c);
        }
    }

    @Override
    public double rho(double e) {
        return new Barron(alpha).rho(e / c);
    }

    @Override
    public double slope(double e) {
        return new Barron(alpha).slope(e / c) / c;
    }
}

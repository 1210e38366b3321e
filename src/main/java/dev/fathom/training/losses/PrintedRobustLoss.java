package dev.fathom.training.losses;

/**
 * Eq. 10 of LiteDepth (Li et al., 2022) to the letter, that is without the "+1" of {@link RobustLoss} at alpha 1:
 * {@code mean |p - t| / c - 1} over all valid pixels of the batch, the mean absolute error scaled and shifted below 0.
 *
 * @param c metres
 */
public record PrintedRobustLoss(double c) implements ErrorLoss {

    @Override
    public double rho(double e) {
        return Math.abs(e) / c - 1;
    }

    @Override
    public double slope(double e) {
        return Math.signum(e) / c;
    }

    @Override
    public boolean canBeNegative() {
        return true;
    }
}

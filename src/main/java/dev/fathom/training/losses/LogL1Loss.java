package dev.fathom.training.losses;

/**
 * The logarithm of the absolute error, {@code mean ln(|p - t| + 0.5)} in metres over all valid pixels of the batch, so
 * that far depths do not outweigh near ones. Negative for small errors.
 *
 * <p>Hu et al., Revisiting Single Image Depth Estimation, 2019, Eq. 4, one of the three terms of their loss.
 */
public record LogL1Loss() implements ErrorLoss {
    /** Metres added to an error before its logarithm. */
    static final double OFFSET = 0.5;

    @Override
    public double rho(double e) {
        return Math.log(Math.abs(e) + OFFSET);
    }

    @Override
    public double slope(double e) {
        return Math.signum(e) / (Math.abs(e) + OFFSET);
    }

    @Override
    public boolean canBeNegative() {
        return true;
    }
}

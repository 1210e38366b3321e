package dev.fathom.training.losses;

/** The mean squared error {@code mean (p - t)^2} in square metres over all valid pixels of the batch. */
public record MseLoss() implements ErrorLoss {
    @Override
    public double rho(double e) {
        return e * e;
    }

    @Override
    public double slope(double e) {
        return 2 * e;
    }
}

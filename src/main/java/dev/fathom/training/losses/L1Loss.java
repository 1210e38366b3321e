package dev.fathom.training.losses;

/** The mean absolute error {@code mean |p - t|} in metres over all valid pixels of the batch, as FastDepth (2019) trains. */
public record L1Loss() implements ErrorLoss {
    @Override
    public double rho(double e) {
        return Math.abs(e);
    }

    @Override
    public double slope(double e) {
        return Math.signum(e);
    }
}

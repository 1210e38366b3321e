package dev.fathom.training;

import java.util.Locale;

/** Ends a training whose loss or gradient became NaN or infinite, before that reaches the weights. */
final class DivergenceGuard implements TrainingListener {

    @Override
    public void onLosses(StepLosses losses) {
        losses.terms().forEach((name, value) -> require(losses, "the loss \"" + name + "\"", value));
        require(losses, "the total loss", losses.total());
        require(losses, "the gradient", losses.gradientNorm());
    }

    private static void require(StepLosses losses, String what, double value) {
        if (!Double.isFinite(value)) {
            throw new DivergedException(
                    String.format(
                            Locale.ROOT,
                            "The training diverged: %s became %s in step %d of epoch %d at learning rate %.3g",
                            what,
                            Double.isNaN(value) ? "NaN" : "infinite",
                            losses.step(),
                            losses.epoch(),
                            losses.learningRate()),
                    "Start a new run with a lower learning rate or a longer warm-up; the last good checkpoint is kept"
                            + " and can be its init_from");
        }
    }
}

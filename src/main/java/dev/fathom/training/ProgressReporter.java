package dev.fathom.training;

/** Passes each step on to whoever started the training. */
record ProgressReporter(TrainingProgress progress) implements TrainingListener {

    @Override
    public void onStep(StepReport step) {
        StepLosses losses = step.losses();
        progress.onStep(
                losses.step(),
                step.steps(),
                losses.epoch(),
                losses.total(),
                step.imagesPerSecond(),
                step.secondsLeft());
    }
}

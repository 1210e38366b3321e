package dev.fathom.training;

/** Told after each step how far a training is, on the training's thread. */
@FunctionalInterface
public interface TrainingProgress {

    /**
     * One step is done.
     *
     * @param step global steps done, from 1
     * @param of global steps of the whole run
     * @param epoch from 1
     * @param loss weighted total
     * @param imagesPerSecond over the last steps, loading included
     * @param secondsLeft estimate for the rest of the run, validation included
     */
    void onStep(long step, long of, int epoch, double loss, double imagesPerSecond, double secondsLeft);

    /** Tells nobody. */
    static TrainingProgress silent() {
        return (step, of, epoch, loss, imagesPerSecond, secondsLeft) -> {};
    }
}

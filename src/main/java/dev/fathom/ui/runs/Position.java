package dev.fathom.ui.runs;

import dev.fathom.run.Event;

/**
 * How far a run has come, gathered from its events.
 *
 * @param epoch the present one from 1, 0 before the first step
 * @param epochs of the whole run, 0 while not known
 * @param step done steps
 * @param steps of the whole run, 0 while not known
 * @param secondsLeft estimate, NaN while there is none
 */
record Position(int epoch, int epochs, long step, long steps, double secondsLeft) {
    static final Position START = new Position(0, 0, 0, 0, Double.NaN);

    Position after(Event event) {
        if (event instanceof Event.Step s) {
            return new Position(s.epoch(), epochs, s.step(), s.steps(), s.secondsLeft());
        }
        if (event instanceof Event.Epoch e) {
            return new Position(e.epoch(), e.epochs(), e.step(), steps, secondsLeft);
        }
        return this;
    }

    /** Share of the run that is done. */
    double share() {
        if (steps > 0) {
            return Math.min(1, step / (double) steps);
        }
        return epochs > 0 ? Math.min(1, epoch / (double) epochs) : 0;
    }

    /** "epoch 24 of 40", as far as known. */
    String text() {
        return epochs > 0 ? "epoch " + epoch + " of " + epochs : "epoch " + epoch;
    }
}

package dev.fathom.ui;

import javafx.animation.AnimationTimer;

/**
 * Does something when what is shown now was painted, so that the work for it does not delay the painting. JavaFX paints
 * beside its thread, and a pulse waits for the painting of the one before: the third from now comes after it.
 */
final class AfterPainting extends AnimationTimer {
    private static final int PULSES = 3;

    private final Runnable work;
    private int pulses;

    private AfterPainting(Runnable work) {
        this.work = work;
    }

    static void run(Runnable work) {
        new AfterPainting(work).start();
    }

    @Override
    public void handle(long now) {
        pulses++;
        if (pulses == PULSES) {
            stop();
            work.run();
        }
    }
}

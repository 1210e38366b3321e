package dev.fathom.run;

/** How the learning rate falls over a run, without warm-up. */
@FunctionalInterface
public interface RateDecay {

    /** Learning rate of a step, counted from 0. */
    double learningRate(long step);
}

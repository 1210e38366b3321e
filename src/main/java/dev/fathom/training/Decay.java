package dev.fathom.training;

/** How the learning rate falls over a run, without warm-up. */
@FunctionalInterface
interface Decay {

    /** Learning rate of a step, counted from 0. */
    double learningRate(long step);
}

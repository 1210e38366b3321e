package dev.fathom.training;

import java.util.Map;

/**
 * The losses of one step, known before the weights change.
 *
 * @param step global, from 1
 * @param epoch from 1
 * @param images of the batch
 * @param total weighted sum that was differentiated
 * @param terms each loss before its weight, in the order of the configuration, and the learnt factors
 * @param learningRate of this step
 * @param gradientNorm L2 norm of all gradients before clipping
 */
record StepLosses(
        long step,
        int epoch,
        int images,
        double total,
        Map<String, Double> terms,
        double learningRate,
        double gradientNorm) {}

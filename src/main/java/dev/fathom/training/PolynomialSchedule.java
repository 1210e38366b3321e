package dev.fathom.training;

import dev.fathom.run.ScheduleConfig;

/**
 * Polynomial decay by step with linear warm-up: {@code (base - min) (1 - t)^power + min} with t = step / steps. During the
 * warm-up that value is multiplied by a factor that rises linearly from {@code warmupRatio} to 1.
 *
 * <p>The schedule of LiteDepth (Li et al. 2022) as its code has it: base 4e-3, power 0.9, min 1e-3, 1500 warm-up steps from
 * 1e-4 of the scheduled value.
 *
 * @param base learning rate before decay
 * @param steps of the whole run
 */
record PolynomialSchedule(double base, ScheduleConfig config, long steps) {

    /** Learning rate of a step, counted from 0. */
    double learningRate(long step) {
        double left = 1 - step / (double) steps;
        double decayed = (base - config.minLearningRate()) * Math.pow(left, config.power()) + config.minLearningRate();
        if (step >= config.warmupSteps()) {
            return decayed;
        }
        double missing = (1 - step / (double) config.warmupSteps()) * (1 - config.warmupRatio());
        return decayed * (1 - missing);
    }
}

package dev.fathom.run;

/**
 * The learning rate of each step: a decay, multiplied during the warm-up by a factor that rises linearly from
 * {@code warmupRatio} to 1.
 */
public record Schedule(RateDecay decay, int warmupSteps, double warmupRatio) {

    /** @param stepsPerEpoch batches of an epoch */
    public static Schedule of(RunConfig config, long stepsPerEpoch) {
        ScheduleConfig schedule = config.schedule();
        double base = config.optimizer().learningRate();
        double min = schedule.minLearningRate();
        long steps = config.training().epochs() * stepsPerEpoch;
        RateDecay decay =
                switch (schedule.name()) {
                    case POLY -> new PolynomialDecay(base, min, schedule.power(), steps);
                    case COSINE -> new CosineDecay(base, min, steps);
                    case STEP -> new StepDecay(base, schedule.gamma(), schedule.stepEpochs() * stepsPerEpoch);
                    case CONSTANT -> step -> base;
                };
        return new Schedule(decay, schedule.warmupSteps(), schedule.warmupRatio());
    }

    /** Learning rate of a step, counted from 0. */
    public double learningRate(long step) {
        double decayed = decay.learningRate(step);
        if (step >= warmupSteps) {
            return decayed;
        }
        double missing = (1 - step / (double) warmupSteps) * (1 - warmupRatio);
        return decayed * (1 - missing);
    }
}

package dev.fathom.run;

/**
 * Polynomial decay by step with linear warm-up: (base - min) (1 - t)^power + min, t being the share of steps done.
 *
 * @param minLearningRate where the decay ends
 * @param warmupSteps steps in which the rate rises linearly from {@code warmupRatio} of its scheduled value
 */
public record ScheduleConfig(Double power, Double minLearningRate, Integer warmupSteps, Double warmupRatio) {
    public ScheduleConfig {
        power = power == null ? 0.9 : power;
        minLearningRate = minLearningRate == null ? 1e-3 : minLearningRate;
        warmupSteps = warmupSteps == null ? 1500 : warmupSteps;
        warmupRatio = warmupRatio == null ? 1e-4 : warmupRatio;
        Require.positive(power, "schedule.power");
        Require.notNegative(minLearningRate, "schedule.min_learning_rate");
        Require.notNegative(warmupSteps, "schedule.warmup_steps");
        Require.share(warmupRatio, "schedule.warmup_ratio");
    }

    static ScheduleConfig defaults() {
        return new ScheduleConfig(null, null, null, null);
    }
}

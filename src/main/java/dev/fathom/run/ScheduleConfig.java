package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The learning rate from step to step. It is multiplied by a factor that rises linearly during the warm-up.
 *
 * @param name how it falls, a {@link Decay}
 * @param power of {@code poly}
 * @param minLearningRate where {@code poly} and {@code cosine} end
 * @param stepEpochs epochs after which {@code step} multiplies it
 * @param gamma by which {@code step} multiplies it
 * @param warmupSteps steps in which the rate rises linearly from {@code warmupRatio} of its scheduled value
 */
public record ScheduleConfig(
        Decay name,
        Double power,
        Double minLearningRate,
        Integer stepEpochs,
        Double gamma,
        Integer warmupSteps,
        Double warmupRatio) {

    /** How a learning rate falls. The defaults of {@code poly} are LiteDepth's, the others have PyTorch's. */
    public enum Decay {
        POLY(1e-3, 1500),
        COSINE(0, 0),
        STEP(0, 0),
        CONSTANT(0, 0);

        private final double usualMinimum;
        private final int usualWarmup;

        Decay(double usualMinimum, int usualWarmup) {
            this.usualMinimum = usualMinimum;
            this.usualWarmup = usualWarmup;
        }

        /** True if it ends at {@code min_learning_rate}. */
        public boolean hasMinimum() {
            return this == POLY || this == COSINE;
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Decay of(String text) {
            return Require.oneOf(values(), Decay::text, text, "schedule.name");
        }
    }

    public ScheduleConfig {
        name = name == null ? Decay.POLY : name;
        power = power == null ? 0.9 : power;
        minLearningRate = minLearningRate == null ? name.usualMinimum : minLearningRate;
        stepEpochs = stepEpochs == null ? 30 : stepEpochs;
        gamma = gamma == null ? 0.1 : gamma;
        warmupSteps = warmupSteps == null ? name.usualWarmup : warmupSteps;
        warmupRatio = warmupRatio == null ? 1e-4 : warmupRatio;
        Require.positive(power, "schedule.power");
        Require.notNegative(minLearningRate, "schedule.min_learning_rate");
        Require.positive(stepEpochs, "schedule.step_epochs");
        Require.positive(gamma, "schedule.gamma");
        Require.notNegative(warmupSteps, "schedule.warmup_steps");
        Require.share(warmupRatio, "schedule.warmup_ratio");
    }

    /** Polynomial decay; whatever is null gets LiteDepth's value. */
    public static ScheduleConfig poly(Double power, Double minLearningRate, Integer warmupSteps, Double warmupRatio) {
        return new ScheduleConfig(Decay.POLY, power, minLearningRate, null, null, warmupSteps, warmupRatio);
    }

    static ScheduleConfig defaults() {
        return poly(null, null, null, null);
    }
}

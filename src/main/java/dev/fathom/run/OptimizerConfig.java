package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Adam or AdamW as PyTorch defines them. The defaults of {@code adam} are LiteDepth's.
 *
 * @param name {@code adam} adds weight decay to the gradient, {@code adamw} shrinks the weights themselves
 * @param decayNorms false to leave norms, biases and relative-position tables out of the weight decay
 * @param clipNorm gradients are scaled down to this global L2 norm
 */
public record OptimizerConfig(
        Kind name,
        Double learningRate,
        Double beta1,
        Double beta2,
        Double epsilon,
        Double weightDecay,
        Boolean decayNorms,
        Double clipNorm) {

    /** The defaults of {@code adamw} are PyTorch's. */
    public enum Kind {
        ADAM(1e-3, 0),
        ADAMW(1e-8, 0.01);

        private final double usualEpsilon;
        private final double usualDecay;

        Kind(double usualEpsilon, double usualDecay) {
            this.usualEpsilon = usualEpsilon;
            this.usualDecay = usualDecay;
        }

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind of(String text) {
            return Require.oneOf(values(), Kind::text, text, "optimizer.name");
        }
    }

    public OptimizerConfig {
        name = name == null ? Kind.ADAM : name;
        learningRate = learningRate == null ? 4e-3 : learningRate;
        beta1 = beta1 == null ? 0.9 : beta1;
        beta2 = beta2 == null ? 0.999 : beta2;
        epsilon = epsilon == null ? name.usualEpsilon : epsilon;
        weightDecay = weightDecay == null ? name.usualDecay : weightDecay;
        decayNorms = decayNorms == null || decayNorms;
        clipNorm = clipNorm == null ? 35.0 : clipNorm;
        Require.positive(learningRate, "optimizer.learning_rate");
        Require.belowOne(beta1, "optimizer.beta1");
        Require.belowOne(beta2, "optimizer.beta2");
        Require.positive(epsilon, "optimizer.epsilon");
        Require.notNegative(weightDecay, "optimizer.weight_decay");
        Require.positive(clipNorm, "optimizer.clip_norm");
    }

    /** Adam; whatever is null gets LiteDepth's value. */
    public static OptimizerConfig adam(Double learningRate, Double epsilon, Double weightDecay, Double clipNorm) {
        return new OptimizerConfig(Kind.ADAM, learningRate, null, null, epsilon, weightDecay, null, clipNorm);
    }

    static OptimizerConfig defaults() {
        return adam(null, null, null, null);
    }
}

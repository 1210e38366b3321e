package dev.fathom.run;

/**
 * Adam as PyTorch defines it. The defaults are LiteDepth's.
 *
 * @param clipNorm gradients are scaled down to this global L2 norm
 */
public record OptimizerConfig(
        Double learningRate, Double beta1, Double beta2, Double epsilon, Double weightDecay, Double clipNorm) {
    public OptimizerConfig {
        learningRate = learningRate == null ? 4e-3 : learningRate;
        beta1 = beta1 == null ? 0.9 : beta1;
        beta2 = beta2 == null ? 0.999 : beta2;
        epsilon = epsilon == null ? 1e-3 : epsilon;
        weightDecay = weightDecay == null ? 0.0 : weightDecay;
        clipNorm = clipNorm == null ? 35.0 : clipNorm;
        Require.positive(learningRate, "optimizer.learning_rate");
        Require.share(beta1, "optimizer.beta1");
        Require.share(beta2, "optimizer.beta2");
        Require.positive(epsilon, "optimizer.epsilon");
        Require.notNegative(weightDecay, "optimizer.weight_decay");
        Require.positive(clipNorm, "optimizer.clip_norm");
    }

    static OptimizerConfig defaults() {
        return new OptimizerConfig(null, null, null, null, null, null);
    }
}

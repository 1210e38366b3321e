package dev.fathom.run;

import java.util.List;
import java.util.Map;

/**
 * One term of the loss.
 *
 * @param name which loss
 * @param weight its factor in the total
 * @param variant for losses whose paper and official code differ; null for the default
 * @param parameters named constants of the formula that differ from their defaults
 */
public record LossConfig(String name, Double weight, String variant, Map<String, Double> parameters) {
    public LossConfig {
        Require.that(name != null, "a loss has no name", "Write \"name: silog\" or another loss");
        weight = weight == null ? 1.0 : weight;
        Require.notNegative(weight, "losses." + name + ".weight");
        parameters = Require.values(parameters);
    }

    static List<LossConfig> defaults() {
        return List.of(
                new LossConfig("silog", 1.0, null, null),
                new LossConfig("gradient", 0.25, null, null),
                new LossConfig("robust", 0.6, null, null));
    }
}

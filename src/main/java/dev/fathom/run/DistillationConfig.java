package dev.fathom.run;

import java.util.List;

/**
 * What a student learns from a teacher.
 *
 * @param teacher run folder of the teacher; its best weights are used
 * @param strategy how features are compared
 * @param variant null for the strategy's default
 * @param weight factor of the distillation loss in the total
 * @param pairs compared feature maps; empty for every decoder stage of equal resolution that the strategy takes
 */
public record DistillationConfig(String teacher, String strategy, String variant, Double weight, List<TapPair> pairs) {
    public DistillationConfig {
        Require.that(teacher != null, "distillation.teacher is missing", "Name the folder of a finished teacher run");
        strategy = strategy == null ? "structure_aware" : strategy;
        weight = weight == null ? 10.0 : weight;
        Require.notNegative(weight, "distillation.weight");
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    /** Two taps of equal height and width, and the factor of their term. */
    public record TapPair(String student, String teacher, Double weight) {
        public TapPair {
            Require.that(
                    student != null && teacher != null,
                    "a distillation pair lacks a tap",
                    "Write \"student: decoder/8\" and \"teacher: decoder/8\"");
            weight = weight == null ? 1.0 : weight;
        }
    }
}

package dev.fathom.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a student learns from a teacher.
 *
 * @param teacher run folder of the teacher; its best weights are used
 * @param strategy how both are compared, a {@link DistillationStrategy}
 * @param variant null for the strategy's default
 * @param weight factor of the distillation loss in the total
 * @param parameters named constants of the formula that differ from their defaults
 * @param losses by which {@code mimicry} compares depths; empty for the run's own losses
 * @param pairs compared feature maps; empty for the decoder stages that the strategy takes
 * @param also more strategies by the same teacher
 * @param adapter {@code auto}: where a strategy compares channel by channel and their numbers differ, a learned 1x1
 *     convolution brings the student's to the teacher's; {@code none}: that is refused
 * @param maxPlaces a strategy that needs a map of places x places pools features of more places than this
 * @param unlabeledPerBatch pictures without depth that are added to each batch
 */
public record DistillationConfig(
        String teacher,
        String strategy,
        String variant,
        Double weight,
        Map<String, Double> parameters,
        List<LossConfig> losses,
        List<TapPair> pairs,
        List<Term> also,
        String adapter,
        Integer maxPlaces,
        Integer unlabeledPerBatch) {
    private static final int USUAL_PLACES = 28 * 28;
    /** The stages that LiteDepth compares: DeFeat4, DeFeat3 and DeFeat2. */
    private static final List<String> USUAL_STAGES = List.of("decoder/4", "decoder/8", "decoder/16");

    public DistillationConfig {
        Require.that(teacher != null, "distillation.teacher is missing", "Name the folder of a finished teacher run");
        Term first = new Term(strategy, variant, weight, parameters, losses, pairs);
        strategy = first.strategy;
        weight = first.weight;
        parameters = first.parameters;
        losses = first.losses;
        pairs = first.pairs;
        also = also == null ? List.of() : Require.entries(also, "distillation.also");
        adapter = adapter == null ? "auto" : adapter;
        Require.that(
                List.of("auto", "none").contains(adapter),
                "distillation.adapter is \"" + adapter + "\"",
                "Set it to auto or none");
        maxPlaces = maxPlaces == null ? USUAL_PLACES : maxPlaces;
        Require.positive(maxPlaces, "distillation.max_places");
        unlabeledPerBatch = unlabeledPerBatch == null ? 0 : unlabeledPerBatch;
        Require.notNegative(unlabeledPerBatch, "distillation.unlabeled_per_batch");
    }

    /** Everything but the teacher at its default. */
    public static DistillationConfig by(String teacher) {
        return new DistillationConfig(teacher, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * The pairs that are compared if none is named: the decoder stages at strides 4, 8 and 16 that both have.
     *
     * @param most how many, the finest first
     */
    public static List<TapPair> usualPairs(Collection<String> student, Collection<String> teacher, int most) {
        return USUAL_STAGES.stream()
                .filter(tap -> student.contains(tap) && teacher.contains(tap))
                .limit(most)
                .map(tap -> new TapPair(tap, tap, null))
                .toList();
    }

    /** Of all strategies, the first one first. */
    public List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(strategy, variant, weight, parameters, losses, pairs));
        terms.addAll(also);
        return terms;
    }

    /** One strategy; the fields are those of the configuration around it. */
    public record Term(
            String strategy,
            String variant,
            Double weight,
            Map<String, Double> parameters,
            List<LossConfig> losses,
            List<TapPair> pairs) {
        public Term {
            strategy = strategy == null ? DistillationStrategy.STRUCTURE_AWARE.text() : strategy;
            weight = weight == null ? DistillationStrategy.named(strategy).usualWeight() : weight;
            Require.notNegative(weight, "distillation.weight");
            parameters = Require.values(parameters);
            losses = losses == null ? List.of() : Require.entries(losses, "distillation.losses");
            pairs = pairs == null ? List.of() : Require.entries(pairs, "distillation.pairs");
        }
    }

    /** A tap of each, and the factor of their term. */
    public record TapPair(String student, String teacher, Double weight) {
        public TapPair {
            Require.that(
                    student != null && teacher != null,
                    "a distillation pair lacks a tap",
                    "Write \"student: decoder/8\" and \"teacher: decoder/8\"");
            weight = weight == null ? 1.0 : weight;
            Require.notNegative(weight, "distillation.pairs.weight");
        }
    }
}

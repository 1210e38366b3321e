package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.graph.Graph;
import dev.fathom.graph.TensorShape;
import dev.fathom.run.DistillationConfig;
import dev.fathom.run.DistillationStrategy;
import dev.fathom.run.Formulas;
import dev.fathom.training.distillation.ChannelWiseLoss;
import dev.fathom.training.distillation.FeaturePair;
import dev.fathom.training.distillation.L2Loss;
import dev.fathom.training.distillation.MimicryLoss;
import dev.fathom.training.distillation.PairwiseLoss;
import dev.fathom.training.distillation.StructureAwareLoss;
import dev.fathom.training.distillation.TapMatching;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.LossTerm;
import java.util.List;
import java.util.function.Consumer;

/**
 * The distillation losses by the names that a configuration uses.
 *
 * @param losses the run's own, by which mimicry compares depths unless it names others
 * @param seed of the run
 * @param notices told what the user should know
 */
record DistillationTerms(
        DistillationConfig config,
        List<LossTerm> losses,
        Graph student,
        Graph teacher,
        long seed,
        Consumer<String> notices) {

    /**
     * Each strategy as a term of the loss.
     *
     * @throws UserException if a strategy, variant or parameter is not known, a strategy is named twice, or the taps do
     *     not fit
     */
    List<LossTerm> all() {
        List<DistillationConfig.Term> terms = config.terms();
        if (terms.stream().map(DistillationConfig.Term::strategy).distinct().count() < terms.size()) {
            throw new UserException(
                    "A distillation strategy is named twice", "Name each once, with all its pairs and their weights");
        }
        return terms.stream()
                .map(term -> new LossTerm(term.strategy(), term.weight(), loss(term)))
                .toList();
    }

    private DepthLoss loss(DistillationConfig.Term term) {
        return switch (DistillationStrategy.named(term.strategy())) {
            case STRUCTURE_AWARE -> structureAware(term);
            case PAIRWISE -> {
                requireParameters(term, "pool_scale");
                yield new PairwiseLoss(
                        LossTerms.variant(
                                term.variant(), PairwiseLoss.Variant.class, PairwiseLoss.Variant.AS_PUBLISHED),
                        between0And1(term, "pool_scale", 0),
                        pairs(term));
            }
            case L2 -> {
                requireParameters(term);
                yield new L2Loss(
                        LossTerms.variant(term.variant(), L2Loss.Variant.class, L2Loss.Variant.MASKED),
                        equalChannels(term));
            }
            case CHANNEL_WISE -> {
                requireParameters(term, "tau");
                double tau = term.parameters().getOrDefault("tau", 4.0);
                require(tau > 0 && Double.isFinite(tau), term, "tau", "greater than 0");
                yield new ChannelWiseLoss(
                        LossTerms.variant(
                                term.variant(), ChannelWiseLoss.Variant.class, ChannelWiseLoss.Variant.MASKED),
                        tau,
                        equalChannels(term));
            }
            case MIMICRY -> mimicry(term);
        };
    }

    private DepthLoss structureAware(DistillationConfig.Term term) {
        requireParameters(term);
        StructureAwareLoss.Variant variant = LossTerms.variant(
                term.variant(), StructureAwareLoss.Variant.class, StructureAwareLoss.Variant.AS_CODED);
        List<FeaturePair> pairs = pairs(term);
        StructureAwareLoss loss = new StructureAwareLoss(variant, pairs, config.maxPlaces());
        for (FeaturePair pair : pairs) {
            TensorShape s = TapMatching.shape(student, pair.student());
            TensorShape t = TapMatching.shape(teacher, pair.teacher());
            int height = Math.min(s.height(), t.height());
            int width = Math.min(s.width(), t.width());
            loss.pooledTo(height, width)
                    .ifPresent(size -> notices.accept("The features of " + pair.student() + " and " + pair.teacher()
                            + " are averaged from " + height + "x" + width + " to " + size
                            + " for structure_aware, because distillation.max_places is " + config.maxPlaces()));
        }
        return loss;
    }

    private DepthLoss mimicry(DistillationConfig.Term term) {
        requireParameters(term, "lambda");
        if (!term.pairs().isEmpty()) {
            throw new UserException("The distillation strategy mimicry compares depths, not taps", "Remove its pairs");
        }
        List<LossTerm> own = term.losses().isEmpty() ? losses : LossTerms.of(term.losses());
        if (own.isEmpty()) {
            throw new UserException(
                    "The distillation strategy mimicry has no loss to compare depths by",
                    "Name one in distillation.losses or losses");
        }
        MimicryLoss.Variant variant =
                LossTerms.variant(term.variant(), MimicryLoss.Variant.class, MimicryLoss.Variant.TEACHER_ONLY);
        if (variant == MimicryLoss.Variant.AS_PUBLISHED && !losses.isEmpty()) {
            notices.accept("mimicry as_published already holds the losses on truth, which losses adds a second time;"
                    + " leave losses empty, or take the variant teacher_only");
        }
        return new MimicryLoss(variant, between0And1(term, "lambda", 0.5), own);
    }

    private List<FeaturePair> pairs(DistillationConfig.Term term) {
        if (!term.losses().isEmpty()) {
            throw new UserException(
                    "The distillation strategy " + term.strategy() + " compares features, not depths",
                    "Remove its losses");
        }
        int usual = Formulas.STRATEGIES.named(term.strategy()).usualPairs();
        return TapMatching.pairs(term.pairs(), student, teacher, usual);
    }

    private List<FeaturePair> equalChannels(DistillationConfig.Term term) {
        boolean learned = config.adapter().equals("auto");
        long own = seed * DistillationStrategy.values().length
                + DistillationStrategy.named(term.strategy()).ordinal();
        return TapMatching.withEqualChannels(pairs(term), student, teacher, learned, StepSeed.of(own, 0));
    }

    private static double between0And1(DistillationConfig.Term term, String name, double usual) {
        double value = term.parameters().getOrDefault(name, usual);
        require(value >= 0 && value <= 1, term, name, "from 0 to 1");
        return value;
    }

    private static void require(boolean condition, DistillationConfig.Term term, String name, String range) {
        if (!condition) {
            throw new UserException(
                    "The parameter " + name + " of distillation strategy " + term.strategy() + " is "
                            + term.parameters().get(name),
                    "Set it to a number " + range);
        }
    }

    private static void requireParameters(DistillationConfig.Term term, String... known) {
        for (String name : term.parameters().keySet()) {
            if (!List.of(known).contains(name)) {
                throw new UserException(
                        "The distillation strategy " + term.strategy() + " has no parameter \"" + name + "\"",
                        known.length == 0
                                ? "Remove it; this strategy has no parameters"
                                : "It knows " + String.join(", ", known));
            }
        }
    }
}

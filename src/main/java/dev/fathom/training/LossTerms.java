package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.run.ConfigRules;
import dev.fathom.run.LossConfig;
import dev.fathom.training.losses.AdaptiveRobustLoss;
import dev.fathom.training.losses.BerhuLoss;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.GradientLoss;
import dev.fathom.training.losses.GradientMatchingLoss;
import dev.fathom.training.losses.L1Loss;
import dev.fathom.training.losses.LogGradientLoss;
import dev.fathom.training.losses.LogL1Loss;
import dev.fathom.training.losses.LossTerm;
import dev.fathom.training.losses.MseLoss;
import dev.fathom.training.losses.NormalLoss;
import dev.fathom.training.losses.PrintedRobustLoss;
import dev.fathom.training.losses.RobustLoss;
import dev.fathom.training.losses.ScaleInvariantLoss;
import dev.fathom.training.losses.SiLogLoss;
import dev.fathom.training.losses.VirtualNormalLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The losses by the names that a configuration uses. */
final class LossTerms {
    private static final String VIRTUAL_NORMAL = "virtual_normal";

    /** How {@code robust} is read. */
    enum RobustVariant {
        GENERAL,
        AS_PUBLISHED,
        ADAPTIVE
    }

    private LossTerms() {}

    /** @throws UserException if a name, variant or parameter is not known, or a name is used twice */
    static List<LossTerm> of(List<LossConfig> configs) {
        ConfigRules.requireLosses(configs);
        return configs.stream()
                .map(config -> new LossTerm(config.name(), config.weight(), loss(config)))
                .toList();
    }

    private static DepthLoss loss(LossConfig config) {
        LossOptions options = new LossOptions(config);
        return switch (config.name()) {
            case "silog" -> {
                SiLogLoss usual = options.variant(SiLogLoss.Variant.class).usual();
                yield new SiLogLoss(
                        usual.variant(),
                        options.number("alpha", usual.alpha()),
                        options.number("lambda", usual.lambda()),
                        options.number("eps", usual.eps()));
            }
            case "scale_invariant" ->
                new ScaleInvariantLoss(options.number("lambda", ScaleInvariantLoss.WANG.lambda()));
            case "gradient" -> new GradientLoss(options.variant(GradientLoss.Variant.class));
            case "gradient_matching" -> new GradientMatchingLoss(options.variant(GradientMatchingLoss.Variant.class));
            case VIRTUAL_NORMAL ->
                new VirtualNormalLoss(
                        options.variant(VirtualNormalLoss.Variant.class),
                        options.number("share", VirtualNormalLoss.LITEDEPTH.share()),
                        options.number("dropped", VirtualNormalLoss.LITEDEPTH.dropped()));
            case "robust" -> robust(options);
            case "l1" -> new L1Loss();
            case "mse" -> new MseLoss();
            case "log_l1" -> new LogL1Loss();
            case "log_gradient" -> new LogGradientLoss();
            case "normal" -> new NormalLoss();
            case "berhu" -> new BerhuLoss();
            default -> throw new IllegalStateException("no arithmetic for the loss " + config.name());
        };
    }

    private static DepthLoss robust(LossOptions options) {
        RobustLoss usual = RobustLoss.LITEDEPTH;
        return switch (options.variant(RobustVariant.class)) {
            case GENERAL -> new RobustLoss(options.number("alpha", usual.alpha()), options.number("c", usual.c()));
            case AS_PUBLISHED -> new PrintedRobustLoss(options.number("c", usual.c()));
            case ADAPTIVE ->
                new AdaptiveRobustLoss(options.number("alpha", usual.alpha()), options.number("c", usual.c()));
        };
    }

    /** A variant by its name in lower case, the usual one if none is named. */
    static <V extends Enum<V>> V variant(String name, Class<V> type, V usual) {
        if (name == null) {
            return usual;
        }
        List<V> all = Arrays.asList(type.getEnumConstants());
        return all.stream()
                .filter(v -> text(v).equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no variant \"" + name + "\"",
                        "Use one of " + all.stream().map(LossTerms::text).collect(Collectors.joining(", "))));
    }

    private static String text(Enum<?> variant) {
        return variant.name().toLowerCase(Locale.ROOT);
    }
}

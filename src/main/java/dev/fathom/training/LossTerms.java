package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.run.LossConfig;
import dev.fathom.run.RunConfig;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The losses by the names that a configuration uses. */
final class LossTerms {
    /** In the order of docs/losses.md. */
    static final List<String> NAMES = List.of(
            "silog",
            "scale_invariant",
            "gradient",
            "gradient_matching",
            "virtual_normal",
            "robust",
            "l1",
            "mse",
            "log_l1",
            "log_gradient",
            "normal",
            "berhu");

    private static final String VIRTUAL_NORMAL = "virtual_normal";

    /** Triplets for each cell; each step draws them anew, so more only cost time. */
    private static final Range TRIPLETS = new Range("greater than 0 and at most 10", n -> n > 0 && n <= 10);

    private static final Range ADAPTIVE_ALPHA =
            new Range("between 0.001 and 1.999", alpha -> alpha > 0.001 && alpha < 1.999);
    private static final Range ABOVE_A_MILLIMETRE =
            new Range("greater than 0.001", c -> c > 0.001 && c < Double.POSITIVE_INFINITY);

    /** How {@code robust} is read. */
    enum RobustVariant {
        GENERAL,
        AS_PUBLISHED,
        ADAPTIVE
    }

    private LossTerms() {}

    /** Whether a loss of the run, or of its distillation, works on points in space. */
    static boolean needCamera(RunConfig config) {
        Stream<LossConfig> taught = Optional.ofNullable(config.distillation()).stream()
                .flatMap(d -> d.terms().stream())
                .flatMap(term -> term.losses().stream());
        return Stream.concat(config.losses().stream(), taught)
                .anyMatch(l -> l.name().equals(VIRTUAL_NORMAL));
    }

    /** @throws UserException if a name, variant or parameter is not known, or a name is used twice */
    static List<LossTerm> of(List<LossConfig> configs) {
        Set<String> names = configs.stream().map(LossConfig::name).collect(Collectors.toSet());
        if (names.size() < configs.size()) {
            throw new UserException("A loss is named twice in losses", "Name each loss once and add up its weights");
        }
        return configs.stream()
                .map(config -> new LossTerm(config.name(), config.weight(), loss(config)))
                .toList();
    }

    private static DepthLoss loss(LossConfig config) {
        LossOptions options = new LossOptions(config);
        DepthLoss loss = loss(config.name(), options);
        options.refuseOthers();
        return loss;
    }

    private static DepthLoss loss(String name, LossOptions options) {
        return switch (name) {
            case "silog" -> {
                SiLogLoss usual = options.variant(SiLogLoss.Variant.class).usual();
                yield new SiLogLoss(
                        usual.variant(),
                        options.number("alpha", usual.alpha(), Range.POSITIVE),
                        options.number("lambda", usual.lambda(), Range.SHARE),
                        options.number("eps", usual.eps(), Range.NOT_NEGATIVE));
            }
            case "scale_invariant" ->
                new ScaleInvariantLoss(options.number("lambda", ScaleInvariantLoss.WANG.lambda(), Range.SHARE));
            case "gradient" -> new GradientLoss(options.variant(GradientLoss.Variant.class));
            case "gradient_matching" -> new GradientMatchingLoss(options.variant(GradientMatchingLoss.Variant.class));
            case VIRTUAL_NORMAL ->
                new VirtualNormalLoss(
                        options.variant(VirtualNormalLoss.Variant.class),
                        options.number("share", VirtualNormalLoss.LITEDEPTH.share(), TRIPLETS),
                        options.number("dropped", VirtualNormalLoss.LITEDEPTH.dropped(), Range.BELOW_1));
            case "robust" -> robust(options);
            case "l1" -> new L1Loss();
            case "mse" -> new MseLoss();
            case "log_l1" -> new LogL1Loss();
            case "log_gradient" -> new LogGradientLoss();
            case "normal" -> new NormalLoss();
            case "berhu" -> new BerhuLoss();
            default ->
                throw new UserException(
                        "There is no loss called \"" + name + "\"", "Use one of " + String.join(", ", NAMES));
        };
    }

    private static DepthLoss robust(LossOptions options) {
        RobustLoss usual = RobustLoss.LITEDEPTH;
        return switch (options.variant(RobustVariant.class)) {
            case GENERAL ->
                new RobustLoss(
                        options.number("alpha", usual.alpha(), Range.BELOW_INFINITY),
                        options.number("c", usual.c(), Range.POSITIVE));
            case AS_PUBLISHED -> new PrintedRobustLoss(options.number("c", usual.c(), Range.POSITIVE));
            case ADAPTIVE ->
                new AdaptiveRobustLoss(
                        options.number("alpha", usual.alpha(), ADAPTIVE_ALPHA),
                        options.number("c", usual.c(), ABOVE_A_MILLIMETRE));
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

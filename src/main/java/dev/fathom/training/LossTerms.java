package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.run.LossConfig;
import dev.fathom.training.losses.DepthLoss;
import dev.fathom.training.losses.GradientLoss;
import dev.fathom.training.losses.LossTerm;
import dev.fathom.training.losses.RobustLoss;
import dev.fathom.training.losses.SiLogLoss;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The losses by the names that a configuration uses. */
final class LossTerms {
    private static final List<String> NAMES = List.of("silog", "gradient", "robust");

    private LossTerms() {}

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
        return switch (config.name()) {
            case "silog" -> {
                SiLogLoss usual = SiLogLoss.LITEDEPTH;
                requireParameters(config, "alpha", "lambda", "eps");
                requireNoVariant(config);
                yield new SiLogLoss(
                        parameter(config, "alpha", usual.alpha()),
                        parameter(config, "lambda", usual.lambda()),
                        parameter(config, "eps", usual.eps()));
            }
            case "gradient" -> {
                requireParameters(config);
                yield new GradientLoss(
                        variant(config.variant(), GradientLoss.Variant.class, GradientLoss.Variant.AS_PUBLISHED));
            }
            case "robust" -> {
                requireParameters(config, "c");
                yield new RobustLoss(
                        variant(config.variant(), RobustLoss.Variant.class, RobustLoss.Variant.PSEUDO_HUBER),
                        parameter(config, "c", RobustLoss.LITEDEPTH.c()));
            }
            default ->
                throw new UserException(
                        "There is no loss called \"" + config.name() + "\"", "Use one of " + String.join(", ", NAMES));
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

    private static double parameter(LossConfig config, String name, double usual) {
        return config.parameters().getOrDefault(name, usual);
    }

    private static void requireNoVariant(LossConfig config) {
        if (config.variant() != null) {
            throw new UserException(
                    "The loss \"" + config.name() + "\" has no variants",
                    "Remove \"variant: " + config.variant() + "\"");
        }
    }

    private static void requireParameters(LossConfig config, String... known) {
        for (String name : config.parameters().keySet()) {
            if (!List.of(known).contains(name)) {
                throw new UserException(
                        "The loss \"" + config.name() + "\" has no parameter \"" + name + "\"",
                        known.length == 0
                                ? "Remove it; this loss has no parameters"
                                : "It knows " + String.join(", ", known));
            }
        }
    }
}

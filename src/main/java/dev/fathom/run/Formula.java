package dev.fathom.run;

import dev.fathom.core.UserException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a user has to know of a loss or a distillation strategy to choose and set it. The arithmetic is in
 * {@code training}, which asks here what it may be told.
 *
 * @param name as in a configuration
 * @param title for people
 * @param text the formula in one line
 * @param source the paper
 * @param weight usual factor in the total
 * @param variants the usual one first; may be empty
 * @param parameters of every variant that has none of its own
 * @param negative whether its value can fall below 0 in every variant, so that its weight cannot be learnt
 * @param usualPairs how many pairs of taps a strategy compares if none is named, the finest first; 0 if it compares
 *     depths
 */
public record Formula(
        Kind kind,
        String name,
        String title,
        String text,
        String source,
        double weight,
        List<Variant> variants,
        List<Parameter> parameters,
        Boolean negative,
        Integer usualPairs) {

    /** What it is a formula of. */
    public enum Kind {
        LOSS("loss"),
        STRATEGY("distillation strategy");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /**
     * One reading of the formula.
     *
     * @param text how it differs from the others
     * @param negative whether its value can fall below 0
     * @param parameters null for those of the formula
     */
    public record Variant(String name, String text, Boolean negative, List<Parameter> parameters) {
        public Variant {
            negative = Boolean.TRUE.equals(negative);
        }
    }

    /** A named constant with its usual value. */
    public record Parameter(String name, double usual, NumberRange range, String text) {}

    public Formula {
        variants = variants == null ? List.of() : List.copyOf(variants);
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        negative = Boolean.TRUE.equals(negative);
        usualPairs = usualPairs == null ? 0 : usualPairs;
    }

    /** The variant of that name, the usual one for null; null if there are none. */
    public Variant variant(String wanted) {
        if (wanted == null) {
            return variants.isEmpty() ? null : variants.get(0);
        }
        if (variants.isEmpty()) {
            throw new UserException(called() + " has no variants", "Remove \"variant: " + wanted + "\"");
        }
        return variants.stream()
                .filter(v -> v.name.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no variant \"" + wanted + "\"",
                        "Use one of " + variants.stream().map(Variant::name).collect(Collectors.joining(", "))));
    }

    /** The constants that a variant has. */
    public List<Parameter> parametersOf(String variantName) {
        Variant variant = variant(variantName);
        return variant == null || variant.parameters == null ? parameters : variant.parameters;
    }

    /** Whether the value of a variant can fall below 0. */
    public boolean canBeNegative(String variantName) {
        Variant variant = variant(variantName);
        return negative || variant != null && variant.negative;
    }

    /** @throws UserException if there is no such variant, or a parameter is not known or out of range */
    public void require(String variantName, Map<String, Double> values) {
        List<Parameter> known = parametersOf(variantName);
        values.forEach((key, value) -> {
            Parameter parameter = known.stream()
                    .filter(p -> p.name.equals(key))
                    .findFirst()
                    .orElseThrow(() -> notKnown(key, variantName, known));
            if (!parameter.range.holds(value)) {
                throw new UserException(
                        "The parameter \"" + key + "\" of the " + kind.text + " \"" + name + "\" is " + value,
                        "Set it to a number " + parameter.range.text());
            }
        });
    }

    private UserException notKnown(String key, String variantName, List<Parameter> known) {
        String inVariant = variantName == null ? "" : " in its variant \"" + variantName + "\"";
        return new UserException(
                called() + " has no parameter \"" + key + "\"" + inVariant,
                known.isEmpty()
                        ? "Remove it; this " + kind.text + " has no parameters"
                        : "It knows " + known.stream().map(Parameter::name).collect(Collectors.joining(", ")));
    }

    private String called() {
        return "The " + kind.text + " \"" + name + "\"";
    }
}

package dev.fathom.training;

import dev.fathom.core.UserException;
import dev.fathom.run.LossConfig;
import java.util.ArrayList;
import java.util.List;

/** What a configuration says about a loss; what the loss did not ask for can be refused afterwards. */
final class LossOptions {
    private final LossConfig config;
    private final List<String> asked = new ArrayList<>();
    private boolean hasVariants;

    LossOptions(LossConfig config) {
        this.config = config;
    }

    /**
     * The variant that is named in lower case, or else the first.
     *
     * @throws UserException if there is no such variant
     */
    <V extends Enum<V>> V variant(Class<V> type) {
        hasVariants = true;
        return LossTerms.variant(config.variant(), type, type.getEnumConstants()[0]);
    }

    /**
     * A constant of the formula.
     *
     * @throws UserException if it is out of range
     */
    double number(String name, double usual, Range range) {
        asked.add(name);
        Double given = config.parameters().get(name);
        double value = given == null ? usual : given;
        if (!range.holds().test(value)) {
            throw new UserException(
                    "The parameter \"" + name + "\" of the loss \"" + config.name() + "\" is " + value,
                    "Set it to a number " + range.text());
        }
        return value;
    }

    /** @throws UserException if the configuration names a parameter or variant that the loss did not ask for */
    void refuseOthers() {
        if (config.variant() != null && !hasVariants) {
            throw new UserException(
                    "The loss \"" + config.name() + "\" has no variants",
                    "Remove \"variant: " + config.variant() + "\"");
        }
        for (String name : config.parameters().keySet()) {
            if (!asked.contains(name)) {
                throw new UserException(
                        "The loss \"" + config.name() + "\" has no parameter \"" + name + "\"" + ofVariant(),
                        asked.isEmpty()
                                ? "Remove it; this loss has no parameters"
                                : "It knows " + String.join(", ", asked));
            }
        }
    }

    private String ofVariant() {
        return config.variant() == null ? "" : " in its variant \"" + config.variant() + "\"";
    }
}

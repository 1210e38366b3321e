package dev.fathom.training;

import dev.fathom.run.LossConfig;

/** What a configuration says about a loss, already known to be in order. */
record LossOptions(LossConfig config) {

    /** The variant that is named in lower case, or else the first. */
    <V extends Enum<V>> V variant(Class<V> type) {
        return LossTerms.variant(config.variant(), type, type.getEnumConstants()[0]);
    }

    /** A constant of the formula. */
    double number(String name, double usual) {
        return config.parameters().getOrDefault(name, usual);
    }
}

package dev.fathom.run;

import dev.fathom.core.UserException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** By what a student learns from a teacher. */
public enum DistillationStrategy {
    /** Similarities between places, as LiteDepth has it. */
    STRUCTURE_AWARE(10),
    /** Similarities between places, as Wang et al. and Liu et al. have it. */
    PAIRWISE(0.005),
    /** The features themselves. */
    L2(0.01),
    /** Where each channel looks. */
    CHANNEL_WISE(0.01),
    /** The teacher's depth. */
    MIMICRY(1);

    private final double usualWeight;

    DistillationStrategy(double usualWeight) {
        this.usualWeight = usualWeight;
    }

    /** @throws UserException if there is none of that name */
    public static DistillationStrategy named(String name) {
        return Arrays.stream(values())
                .filter(strategy -> strategy.text().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "There is no distillation strategy \"" + name + "\"",
                        "Use one of "
                                + Arrays.stream(values())
                                        .map(DistillationStrategy::text)
                                        .collect(Collectors.joining(", "))));
    }

    /** As in a configuration. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Factor in the total if none is given: that of the source's configuration, where there is one. */
    public double usualWeight() {
        return usualWeight;
    }
}

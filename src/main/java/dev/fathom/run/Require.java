package dev.fathom.run;

import dev.fathom.core.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks of configuration values. */
final class Require {
    private Require() {}

    static void that(boolean condition, String what, String remedy) {
        if (!condition) {
            throw new UserException(what, remedy);
        }
    }

    static void positive(double value, String field) {
        that(value > 0 && Double.isFinite(value), field + " is " + value, "Set it to a number greater than 0");
    }

    static void notNegative(double value, String field) {
        that(value >= 0 && Double.isFinite(value), field + " is " + value, "Set it to 0 or more");
    }

    static void share(double value, String field) {
        that(value >= 0 && value <= 1, field + " is " + value, "Set it to a number from 0 to 1");
    }

    /** A share of the old in a running mean, which would never take anything new at 1. */
    static void belowOne(double value, String field) {
        that(value >= 0 && value < 1, field + " is " + value, "Set it to a number from 0 to less than 1");
    }

    /** A list without empty entries, which YAML makes of a dash with nothing behind it. */
    static <E> List<E> entries(List<E> list, String field) {
        that(list.stream().noneMatch(Objects::isNull), field + " has an empty entry", "Fill it in or remove it");
        return List.copyOf(list);
    }

    /** Named numbers in the order of their names, without those that have no value. */
    static Map<String, Double> values(Map<String, Double> values) {
        Map<String, Double> sorted = values == null ? new TreeMap<>() : new TreeMap<>(values);
        sorted.values().removeIf(Objects::isNull);
        return sorted;
    }

    /** The value of that name, which a user wrote into {@code field}. */
    static <E> E oneOf(E[] values, Function<E, String> name, String text, String field) {
        return Arrays.stream(values)
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        field + " is \"" + text + "\"",
                        "Use one of " + Arrays.stream(values).map(name).collect(Collectors.joining(", "))));
    }
}

package dev.fathom.export.quantise;

import java.util.Map;

/** Smallest and largest value of each tensor of a graph over pictures. */
public final class Ranges {
    private final Map<String, Range> byValue;

    Ranges(Map<String, Range> byValue) {
        this.byValue = Map.copyOf(byValue);
    }

    /** @throws IllegalArgumentException if nothing was ever seen of the value */
    Range of(String value) {
        Range range = byValue.get(value);
        if (range == null) {
            throw new IllegalArgumentException("no picture has shown the range of " + value);
        }
        return range;
    }
}

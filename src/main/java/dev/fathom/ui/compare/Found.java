package dev.fathom.ui.compare;

import java.util.function.Function;

/**
 * Something that may be missing, with the reason why.
 *
 * @param value null if it is missing
 * @param reason empty if it is there
 * @param predictable whose prediction would fill the gap, null if none would
 * @param <T> kind of thing
 */
record Found<T>(T value, String reason, Side predictable) {
    static <T> Found<T> of(T value) {
        return new Found<>(value, "", null);
    }

    static <T> Found<T> missing(String reason) {
        return new Found<>(null, reason, null);
    }

    /** Missing because it was not predicted yet. */
    static <T> Found<T> unpredicted(String reason, Side side) {
        return new Found<>(null, reason, side);
    }

    boolean isThere() {
        return value != null;
    }

    <R> Found<R> map(Function<T, R> change) {
        return isThere() ? of(change.apply(value)) : gap();
    }

    /** What may itself be missing, made of this. */
    <R> Found<R> flatMap(Function<T, Found<R>> change) {
        return isThere() ? change.apply(value) : gap();
    }

    private <R> Found<R> gap() {
        return new Found<>(null, reason, predictable);
    }
}

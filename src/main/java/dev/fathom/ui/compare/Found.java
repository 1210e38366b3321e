package dev.fathom.ui.compare;

import java.util.function.Function;

/**
 * Something that may be missing, with the reason why.
 *
 * @param value null if it is missing
 * @param reason empty if it is there
 * @param <T> kind of thing
 */
record Found<T>(T value, String reason) {
    static <T> Found<T> of(T value) {
        return new Found<>(value, "");
    }

    static <T> Found<T> missing(String reason) {
        return new Found<>(null, reason);
    }

    boolean isThere() {
        return value != null;
    }

    <R> Found<R> map(Function<T, R> change) {
        return isThere() ? of(change.apply(value)) : missing(reason);
    }
}

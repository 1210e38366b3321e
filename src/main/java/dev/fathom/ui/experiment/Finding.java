package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import java.util.function.Supplier;

/**
 * What was looked for, or why it is not there.
 *
 * @param value null if there is a reason, or nothing was looked for
 * @param reason null if there is none
 */
record Finding<T>(T value, UserException reason) {

    static <T> Finding<T> nothing() {
        return new Finding<>(null, null);
    }

    static <T> Finding<T> of(Supplier<T> search) {
        try {
            return new Finding<>(search.get(), null);
        } catch (UserException e) {
            return new Finding<>(null, e);
        }
    }

    boolean isThere() {
        return value != null;
    }
}

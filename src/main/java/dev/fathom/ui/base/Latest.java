package dev.fathom.ui.base;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Hands the newest of many values from any thread to the window's thread, which asks for it at its own pace.
 *
 * @param <T> kind of value
 */
public final class Latest<T> {
    private final AtomicReference<T> slot = new AtomicReference<>();

    public void publish(T value) {
        slot.set(value);
    }

    /** Gives the newest value to the consumer if one has come since the last call. */
    public void drain(Consumer<? super T> consumer) {
        T value = slot.getAndSet(null);
        if (value != null) {
            consumer.accept(value);
        }
    }
}

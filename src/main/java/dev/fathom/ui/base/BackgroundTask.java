package dev.fathom.ui.base;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work that must not run on the window's thread, with what is to happen there afterwards. A failure that nobody asked
 * for is thrown on the window's thread and so reaches the handler of uncaught exceptions.
 *
 * @param <V> what the work yields
 */
public final class BackgroundTask<V> {
    private final Callable<V> work;
    private Consumer<? super V> onSuccess = value -> {};
    private Consumer<? super Exception> onFailure = BackgroundTask::rethrow;
    private Runnable onFinished = () -> {};

    private BackgroundTask(Callable<V> work) {
        this.work = Objects.requireNonNull(work);
    }

    public static <V> BackgroundTask<V> of(Callable<V> work) {
        return new BackgroundTask<>(work);
    }

    /** Work that yields nothing. */
    public static BackgroundTask<Void> run(Action work) {
        return new BackgroundTask<>(() -> {
            work.run();
            return null;
        });
    }

    /** Something to do that may fail. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Called on the window's thread with the result. */
    public BackgroundTask<V> onSuccess(Consumer<? super V> consumer) {
        onSuccess = consumer;
        return this;
    }

    /** Called on the window's thread with what went wrong. */
    public BackgroundTask<V> onFailure(Consumer<? super Exception> consumer) {
        onFailure = consumer;
        return this;
    }

    /** Called on the window's thread after either of the others. */
    public BackgroundTask<V> onFinished(Runnable runnable) {
        onFinished = runnable;
        return this;
    }

    public void executeWith(TaskExecutor executor) {
        executor.execute(this);
    }

    /** Does the work on the calling thread and returns what must then run on the window's thread. */
    public Runnable perform() {
        try {
            V value = work.call();
            return () -> finish(() -> onSuccess.accept(value));
        } catch (Exception e) {
            return () -> finish(() -> onFailure.accept(e));
        } catch (Error e) {
            return () -> finish(() -> {
                throw e;
            });
        }
    }

    private void finish(Runnable outcome) {
        try {
            outcome.run();
        } finally {
            onFinished.run();
        }
    }

    private static void rethrow(Exception e) {
        if (e instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        throw new IllegalStateException(e);
    }
}

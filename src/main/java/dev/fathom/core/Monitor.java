package dev.fathom.core;

import java.util.concurrent.CancellationException;

/** Whoever waits for long work: is told how far it is and may ask it to stop. */
public interface Monitor {
    /** Nobody waits. */
    Monitor NONE = new Monitor() {
        @Override
        public void progress(String stage, long done, long total) {
            // Nobody to tell.
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * @param stage what is being done, for people
     * @param done units done of {@code total}
     */
    void progress(String stage, long done, long total);

    /** Asked often, on any thread; true stops the work. */
    boolean isCancelled();

    /** @throws CancellationException if the work is to stop */
    default void checkpoint(String stage, long done, long total) {
        if (isCancelled()) {
            throw new CancellationException(stage);
        }
        progress(stage, done, total);
    }
}

package dev.fathom.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UserException;

/** How a worker ended. */
public sealed interface WorkerResult {

    /** It did its work; {@code value} is what it reported, or null. */
    record Success(JsonNode value) implements WorkerResult {}

    /** It was asked to stop and did so cleanly. */
    record Cancelled() implements WorkerResult {}

    /**
     * It could not do its work.
     *
     * @param died whether the process ended without saying why: it crashed, or somebody killed it
     */
    record Failed(String what, String remedy, boolean died) implements WorkerResult {
        /** It said why. */
        public Failed(String what, String remedy) {
            this(what, remedy, false);
        }
    }

    /** The value of a success, null for a cancelled worker. */
    default JsonNode orThrow() {
        if (this instanceof Failed failed) {
            throw new UserException(failed.what(), failed.remedy());
        }
        return this instanceof Success success ? success.value() : null;
    }

    default boolean isCancelled() {
        return this instanceof Cancelled;
    }
}

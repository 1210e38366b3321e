package dev.fathom.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fathom.core.UsageException;
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
     * @param why who is to blame
     */
    record Failed(String what, String remedy, Why why) implements WorkerResult {
        /** Kinds of failure. */
        public enum Why {
            /** The work did not go well; it said why. */
            WORK,
            /** It was asked for what it cannot do; it said what. */
            USAGE,
            /** The process ended without saying why: it crashed, or somebody killed it. */
            DIED
        }

        /** The work did not go well. */
        public Failed(String what, String remedy) {
            this(what, remedy, Why.WORK);
        }

        /** Whether the process ended without saying why. */
        public boolean died() {
            return why == Why.DIED;
        }
    }

    /** The value of a success, null for a cancelled worker. */
    default JsonNode orThrow() {
        if (this instanceof Failed failed) {
            throw failed.why() == Failed.Why.USAGE
                    ? new UsageException(failed.what(), failed.remedy())
                    : new UserException(failed.what(), failed.remedy());
        }
        return this instanceof Success success ? success.value() : null;
    }

    default boolean isCancelled() {
        return this instanceof Cancelled;
    }
}

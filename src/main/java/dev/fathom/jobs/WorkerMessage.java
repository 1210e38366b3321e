package dev.fathom.jobs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;

/** One line that a worker writes to its standard output. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fathom")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerMessage.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = WorkerMessage.Result.class, name = "result"),
    @JsonSubTypes.Type(value = WorkerMessage.Failure.class, name = "failure")
})
public sealed interface WorkerMessage {

    /**
     * How far the work is.
     *
     * @param stage what is being done, for example "Training the teacher"
     * @param done units done
     * @param total units in all, 0 if not known
     * @param message a short remark such as the current loss; may be empty
     * @param secondsLeft estimate, negative if there is none yet
     */
    record Progress(String stage, long done, long total, String message, double secondsLeft) implements WorkerMessage {}

    /** What came out, as the command's {@code --json} would print it. */
    record Result(JsonNode value) implements WorkerMessage {}

    /** Why it did not work, in the words of a {@link dev.fathom.core.UserException}. */
    record Failure(String what, String remedy) implements WorkerMessage {}
}

package dev.fathom.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;

/** One line of {@code events.jsonl}: what happened in a run, as it happened. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.StateChanged.class, name = "state"),
    @JsonSubTypes.Type(value = Event.Step.class, name = "step"),
    @JsonSubTypes.Type(value = Event.Epoch.class, name = "epoch"),
    @JsonSubTypes.Type(value = Event.Samples.class, name = "samples"),
    @JsonSubTypes.Type(value = Event.Checkpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = Event.Notice.class, name = "notice")
})
public sealed interface Event {
    Instant time();

    /** The run entered a state. */
    record StateChanged(Instant time, RunState state, String message) implements Event {}

    /**
     * One optimiser step.
     *
     * @param step global step, from 1
     * @param steps global steps of the whole run
     * @param epoch from 1
     * @param loss weighted total
     * @param terms each loss term before its weight
     * @param imagesPerSecond over the last steps, loading included
     * @param secondsLeft estimate for the rest of the run, validation included
     */
    record Step(
            Instant time,
            long step,
            long steps,
            int epoch,
            double loss,
            Map<String, Double> terms,
            double learningRate,
            double imagesPerSecond,
            double secondsLeft)
            implements Event {}

    /** The end of an epoch: mean training loss and, if it was validated, metrics by name (else an empty map). */
    record Epoch(Instant time, int epoch, int epochs, long step, double trainLoss, Map<String, Double> metrics)
            implements Event {}

    /** Predictions of the preview images were written into {@code folder}, relative to the run folder. */
    record Samples(Instant time, int epoch, String folder) implements Event {}

    /** A checkpoint ({@code last} or {@code best}) is complete on disk. */
    record Checkpoint(Instant time, String name, int epoch, long step) implements Event {}

    /** Something the user should know that is not an error, for example a picture that was left out. */
    record Notice(Instant time, String message) implements Event {}
}

package dev.fathom.training;

import dev.fathom.prediction.MetricNames;
import dev.fathom.run.Event;
import dev.fathom.run.EventLog;
import java.time.Clock;
import java.util.Map;

/** Writes steps and epochs to the event stream. Steps that follow one another too fast for any reader are left out. */
final class EventsWriter implements TrainingListener {
    private static final long NANOS_BETWEEN_STEPS = 200_000_000;

    private final EventLog events;
    private final Clock clock;
    private long lastStepNanos;
    private boolean anyStep;

    EventsWriter(EventLog events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void onStep(StepReport step) {
        long now = System.nanoTime();
        if (anyStep && !step.endsEpoch() && now - lastStepNanos < NANOS_BETWEEN_STEPS) {
            return;
        }
        anyStep = true;
        lastStepNanos = now;
        StepLosses losses = step.losses();
        events.write(new Event.Step(
                clock.instant(),
                losses.step(),
                step.steps(),
                losses.epoch(),
                losses.total(),
                losses.terms(),
                losses.learningRate(),
                step.imagesPerSecond(),
                step.secondsLeft()));
    }

    @Override
    public void onEpoch(EpochReport epoch) {
        Map<String, Double> metrics =
                epoch.validation().map(MetricNames::training).orElse(Map.of());
        events.write(new Event.Epoch(
                clock.instant(), epoch.epoch(), epoch.epochs(), epoch.step(), epoch.trainLoss(), metrics));
    }

    /**
     * Whether an event lies before the position from which a run goes on. Earlier epochs do whatever their steps are:
     * these had higher numbers if the data set has become smaller.
     *
     * @param step the last one done
     * @param epoch that of the next step
     */
    static boolean isBefore(Event event, long step, int epoch) {
        if (event instanceof Event.Step s) {
            return s.epoch() < epoch || s.epoch() == epoch && s.step() <= step;
        } else if (event instanceof Event.Epoch e) {
            return e.epoch() < epoch;
        } else if (event instanceof Event.Samples s) {
            return s.epoch() < epoch;
        } else if (event instanceof Event.Checkpoint c) {
            return c.epoch() < epoch || c.epoch() == epoch && c.step() <= step;
        }
        return true;
    }
}

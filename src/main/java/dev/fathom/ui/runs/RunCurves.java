package dev.fathom.ui.runs;

import dev.fathom.run.Event;
import dev.fathom.run.RunState;
import dev.fathom.ui.base.MetricNames;
import dev.fathom.ui.plot.Curve;
import dev.fathom.ui.plot.Curve.Style;
import dev.fathom.ui.plot.Curves;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a run's events into curves. A run that lies over another has a name before its curves and one colour. */
final class RunCurves {
    static final String TRAIN_LOSS = "train loss";
    static final String VALIDATION = "validation si-RMSE";
    static final String LEARNING_RATE = "learning rate";
    static final String SPEED = "images/s";

    /** Learned factors are reported as {@code p_LOSS}; the loss counts with 1 / (2 p^2). */
    private static final String FACTOR = "p_";

    private static final int OWN_COLOURS = -1;
    private static final int FIRST_TERM_COLOUR = 2;
    private static final int SMALLEST_WINDOW = 10;
    private static final int WINDOWS_A_RUN = 60;
    private static final double MILLIS = 1000;

    private final Curves curves;
    private final String prefix;
    private final int colour;
    private final Map<String, Curve> own = new LinkedHashMap<>();
    private Instant zero;
    private double seconds;
    private double stepsPerEpoch;
    private int terms;

    /** The curves of the chosen run. */
    RunCurves(Curves curves) {
        this(curves, "", OWN_COLOURS);
    }

    /** The curves of a run that lies over the chosen one; terms are left out, they would be too many. */
    RunCurves(Curves curves, String prefix, int colour) {
        this.curves = curves;
        this.prefix = prefix;
        this.colour = colour;
    }

    void clear() {
        curves.removeAll(own.values());
        own.clear();
        zero = null;
        seconds = 0;
        terms = 0;
    }

    void add(Event event) {
        if (event instanceof Event.StateChanged state && state.state() == RunState.RUNNING) {
            // A pause between two processes is not training.
            zero = state.time().minusMillis(Math.round(seconds * MILLIS));
        } else if (event instanceof Event.Step step) {
            add(step);
        } else if (event instanceof Event.Epoch epoch) {
            add(epoch);
        }
    }

    private void passTo(Instant time) {
        if (zero == null) {
            zero = time;
        }
        seconds = Duration.between(zero, time).toMillis() / MILLIS;
    }

    private void add(Event.Step step) {
        passTo(step.time());
        if (prefix.isEmpty()) {
            curves.smoothingWindowProperty().set((int) Math.max(SMALLEST_WINDOW, step.steps() / WINDOWS_A_RUN));
        }
        point(TRAIN_LOSS, CurveGroup.LOSS, Style.BAND, 0, step.step(), step.loss());
        point(LEARNING_RATE, CurveGroup.RATE, Style.BAND, 0, step.step(), step.learningRate());
        if (step.imagesPerSecond() > 0) {
            point(SPEED, CurveGroup.SPEED, Style.BAND, 0, step.step(), step.imagesPerSecond());
        }
        if (step.terms().size() > 1 && colour == OWN_COLOURS) {
            step.terms().forEach((name, value) -> addTerm(name, step.step(), value));
        }
    }

    private void addTerm(String name, long step, double value) {
        if (name.startsWith(FACTOR)) {
            String loss = name.substring(FACTOR.length());
            point("weight of " + loss, CurveGroup.WEIGHTS, Style.BAND, termColour(loss), step, 0.5 / (value * value));
        } else {
            point(name, CurveGroup.LOSS, Style.BAND, termColour(name), step, value);
        }
    }

    /** A loss and its weight have the same colour. */
    private int termColour(String loss) {
        Curve known = own.get(loss);
        return known == null ? FIRST_TERM_COLOUR + terms++ : known.colour();
    }

    private void add(Event.Epoch epoch) {
        passTo(epoch.time());
        stepsPerEpoch = epoch.step() / (double) epoch.epoch();
        own.values().forEach(curve -> curve.setStepsPerEpoch(stepsPerEpoch));
        Double error = epoch.metrics().get(MetricNames.SI_RMSE);
        if (error != null) {
            point(VALIDATION, CurveGroup.LOSS, Style.DOTS, 1, epoch.step(), error);
        }
        int next = 0;
        for (String metric : MetricNames.ALL) {
            Double value = epoch.metrics().get(metric);
            if (value != null) {
                point(MetricNames.label(metric), CurveGroup.VALIDATION, Style.DOTS, next, epoch.step(), value);
            }
            next++;
        }
    }

    private void point(String name, CurveGroup group, Style style, int ownColour, long step, double value) {
        Curve curve = own.get(name);
        if (curve == null) {
            curve = new Curve(prefix + name, group.name(), style, colour == OWN_COLOURS ? ownColour : colour);
            curve.setStepsPerEpoch(stepsPerEpoch);
            own.put(name, curve);
            curves.add(curve);
        }
        curve.series().add(step, value, seconds);
    }
}

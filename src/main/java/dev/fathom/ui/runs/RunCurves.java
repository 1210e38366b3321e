package dev.fathom.ui.runs;

import dev.fathom.run.Event;
import dev.fathom.ui.plot.Curve;
import dev.fathom.ui.plot.Curves;

/** Turns a run's events into curves over the optimiser steps. */
final class RunCurves {
    static final String TRAIN_LOSS = "train loss";
    static final String VALIDATION = "validation si-RMSE";

    private static final int FIRST_TERM_COLOUR = 2;
    private static final int SMALLEST_WINDOW = 10;
    private static final int WINDOWS_A_RUN = 60;

    private final Curves curves;

    RunCurves(Curves curves) {
        this.curves = curves;
    }

    void clear() {
        curves.clear();
    }

    void add(Event event) {
        if (event instanceof Event.Step step) {
            add(step);
        } else if (event instanceof Event.Epoch epoch && epoch.metrics().containsKey(MetricNames.SI_RMSE)) {
            curve(VALIDATION, Curve.Style.DOTS, 1)
                    .series()
                    .add(epoch.step(), epoch.metrics().get(MetricNames.SI_RMSE));
        }
    }

    private void add(Event.Step step) {
        curves.smoothingWindowProperty().set((int) Math.max(SMALLEST_WINDOW, step.steps() / WINDOWS_A_RUN));
        curve(TRAIN_LOSS, Curve.Style.BAND, 0).series().add(step.step(), step.loss());
        if (step.terms().size() > 1) {
            step.terms()
                    .forEach((name, value) ->
                            curve(name, Curve.Style.BAND, nextColour()).series().add(step.step(), value));
        }
    }

    private int nextColour() {
        long known = curves.list().stream()
                .filter(c -> c.colour() >= FIRST_TERM_COLOUR)
                .count();
        return FIRST_TERM_COLOUR + (int) known;
    }

    private Curve curve(String name, Curve.Style style, int colour) {
        return curves.named(name).orElseGet(() -> {
            Curve curve = new Curve(name, style, colour);
            curves.add(curve);
            return curve;
        });
    }
}

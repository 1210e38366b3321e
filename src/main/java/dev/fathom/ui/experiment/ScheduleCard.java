package dev.fathom.ui.experiment;

import dev.fathom.run.RunConfig;
import dev.fathom.run.Schedule;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.plot.Curve;
import dev.fathom.ui.plot.CurveCanvas;
import dev.fathom.ui.plot.Curves;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The learning rate over the run. */
final class ScheduleCard extends VBox {
    private static final int POINTS = 300;
    private static final int WITHOUT_DATA = 100;

    private final ExperimentViewModel model;
    private final Curves curves = new Curves();
    private final Label basis = new Label();

    ScheduleCard(ExperimentViewModel model) {
        super(8);
        this.model = model;
        getStyleClass().addAll("card", "form-card");
        Label title = new Label("Learning rate");
        title.getStyleClass().add("card-title");
        basis.getStyleClass().add("text-muted");
        curves.smoothingProperty().set(0);
        CurveCanvas canvas = new CurveCanvas(curves, step -> "Step " + Numbers.count(Math.round(step)));
        canvas.setId("schedule-curve");
        canvas.setMinHeight(150);
        canvas.setPrefHeight(150);
        getChildren().addAll(title, canvas, basis);
        model.editProperty().addListener(change -> show());
        model.factsProperty().addListener(change -> show());
        show();
    }

    private void show() {
        RunConfig config = model.config();
        Optional<Integer> known = model.factsProperty().get().stepsPerEpoch(config);
        int perEpoch = Math.max(1, known.orElse(WITHOUT_DATA));
        long steps = (long) perEpoch * config.training().epochs();
        basis.setText(
                known.isPresent()
                        ? Numbers.count(steps) + " steps, " + perEpoch + " an epoch"
                        : "Drawn for 100 steps an epoch, because no data folder is chosen");
        Schedule schedule = Schedule.of(config, perEpoch);
        Curve curve = new Curve("learning rate", Curve.Style.BAND, 0);
        long stride = Math.max(1, steps / POINTS);
        for (long step = 0; step < steps; step += step < stride * 4 ? Math.max(1, stride / 8) : stride) {
            curve.series().add(step, schedule.learningRate(step));
        }
        curve.series().add(steps, schedule.learningRate(Math.max(0, steps - 1)));
        curves.clear();
        curves.add(curve);
    }
}

package dev.fathom.ui.device;

import dev.fathom.device.bench.DeviceLook;
import dev.fathom.device.probe.DeviceCheck;
import dev.fathom.ui.base.CommandField;
import dev.fathom.ui.base.Reason;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a device is, what is right and wrong with it, and for each wrong the command that puts it right. */
final class ProbeTable extends VBox {
    private static final double WIDEST_COMMAND = 720;

    private final GridPane rows = new GridPane();
    private final Label summary = new Label();
    private final VBox empty;
    private final ScrollPane scroll = new ScrollPane(rows);

    ProbeTable(DeviceViewModel model, Runnable test) {
        getStyleClass().add("probe-table");
        setSpacing(12);
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        rows.setHgap(14);
        rows.setVgap(9);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label text = new Label(
                "Testing connects, looks at the board, its system, clock and temperature, and changes nothing.");
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        Button button = new Button("Test the connection", new FontIcon("fth-zap"));
        button.setOnAction(event -> test.run());
        Reason.when(button, model.errand().busyProperty(), DeviceView.BUSY);
        empty = new VBox(14, text, button);
        empty.getStyleClass().add("empty-state");
        VBox.setVgrow(empty, Priority.ALWAYS);
        model.lookProperty().addListener((property, before, now) -> show(now));
        show(null);
    }

    private void show(DeviceLook look) {
        if (look == null) {
            getChildren().setAll(empty);
            return;
        }
        summary.setText(look.device() + ":  " + look.probe().summary());
        rows.getChildren().clear();
        for (int row = 0; row < look.checks().size(); row++) {
            addRow(row, look.checks().get(row));
        }
        getChildren().setAll(summary, scroll);
    }

    private void addRow(int row, DeviceCheck check) {
        Label mark = new Label(check.passed() ? "✓" : "✗");
        mark.getStyleClass().add(check.passed() ? "check-good" : check.needed() ? "check-bad" : "check-poor");
        mark.setAccessibleText(check.passed() ? "good" : check.needed() ? "missing" : "not good");
        Label name = new Label(check.name());
        name.getStyleClass().add("fact-name");
        name.setMinWidth(USE_PREF_SIZE);
        Label found = new Label(check.found());
        found.setWrapText(true);
        found.setMinHeight(USE_PREF_SIZE);
        VBox what = new VBox(4, found);
        if (!check.passed()) {
            CommandField command = new CommandField(check.command());
            command.setMaxWidth(WIDEST_COMMAND);
            what.getChildren().add(command);
            if (!check.advice().isEmpty()) {
                Label advice = new Label(check.advice());
                advice.getStyleClass().add("fact-name");
                advice.setWrapText(true);
                what.getChildren().add(advice);
            }
        }
        GridPane.setHgrow(what, Priority.ALWAYS);
        GridPane.setValignment(mark, VPos.TOP);
        GridPane.setValignment(name, VPos.TOP);
        rows.addRow(row, mark, name, what);
    }
}

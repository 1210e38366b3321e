package dev.fathom.ui.device;

import dev.fathom.run.RunFolder;
import dev.fathom.ui.plot.Dot;
import dev.fathom.ui.plot.Palette;
import dev.fathom.ui.plot.ScatterCanvas;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** The plot of error against latency with its legend and the choice of a device. */
final class TradeOffPane extends VBox {
    private static final String ALL = "All devices";

    private final ObservableList<PastMeasurement> history;
    private final Consumer<RunFolder> onRun;
    private final ComboBox<String> device = new ComboBox<>();
    private final Label caveat = new Label();
    private final ScatterCanvas plot =
            new ScatterCanvas("median latency in milliseconds", "si-RMSE", "Nothing measured yet");

    TradeOffPane(ObservableList<PastMeasurement> history, Consumer<RunFolder> onRun) {
        this.history = history;
        this.onRun = onRun;
        setSpacing(10);
        plot.setId("tradeOff");
        device.setId("tradeOffDevice");
        device.setAccessibleText("Device whose measurements are shown");
        device.getItems().setAll(ALL);
        device.setValue(ALL);
        device.valueProperty().addListener(change -> show());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox legend = new HBox(
                16,
                key(0, true, "measured here"),
                key(1, false, "MAI 2021"),
                key(2, false, "MAI & AIM 2022"),
                space,
                device);
        legend.setAlignment(Pos.CENTER_LEFT);
        caveat.setId("tradeOffCaveat");
        caveat.getStyleClass().add("model-origin");
        caveat.setWrapText(true);
        caveat.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(legend, plot, caveat);
        history.addListener((ListChangeListener<PastMeasurement>) change -> showDevices());
        showDevices();
        show();
    }

    private static Node key(int colour, boolean filled, String text) {
        Circle dot = new Circle(5, filled ? Palette.colour(colour) : Color.TRANSPARENT);
        dot.setStroke(Palette.colour(colour));
        dot.setStrokeWidth(1.6);
        HBox key = new HBox(6, dot, new Label(text));
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    private void showDevices() {
        List<String> devices = history.stream()
                .map(one -> one.report().device())
                .distinct()
                .sorted()
                .toList();
        String chosen = device.getValue();
        if (!device.getItems().subList(1, device.getItems().size()).equals(devices)) {
            device.getItems().setAll(devices);
            device.getItems().add(0, ALL);
            device.setValue(devices.contains(chosen) ? chosen : ALL);
        }
        show();
    }

    private void show() {
        String chosen = device.getValue();
        List<Dot> dots = TradeOff.dots(history, chosen == null || chosen.equals(ALL) ? null : chosen, onRun);
        plot.show(dots);
        caveat.setText(TradeOff.explanation(dots));
    }
}

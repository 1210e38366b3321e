package dev.fathom.ui.compare;

import dev.fathom.core.ColorMap;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.image.DepthRange;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The settings of colours: map and range of depth, end of the error's colours. */
public final class ColourCard extends VBox {
    private final ComboBox<String> map = new ComboBox<>();
    private final ComboBox<RangeRule.Kind> rule = new ComboBox<>();
    private final TextField low = field("rangeLow", "Start of the range");
    private final TextField high = field("rangeHigh", "End of the range");
    private final Label unit = new Label();
    private final CheckBox linked = new CheckBox("Same range in all panes");
    private final TextField most = field("greatestError", "Greatest error in metres");
    private final Button auto = new Button("Auto");
    private ObjectProperty<Colours> colours;
    private Painted painted;
    private boolean showing;

    public ColourCard() {
        getStyleClass().addAll("card", "colour-card");
        map.setId("colourMap");
        map.getItems().setAll(ColorMap.NAMES);
        map.setAccessibleText("Colour map of depth");
        rule.setId("rangeRule");
        rule.getItems().setAll(RangeRule.Kind.values());
        rule.setAccessibleText("How the range of depth is found");
        rule.setTooltip(new Tooltip("Percentiles or the whole of each image's depth, or fixed metres for all images"));
        linked.setId("linked");
        linked.setTooltip(new Tooltip("All panes take the ground truth's range; otherwise each takes its own"));
        auto.setId("autoError");
        auto.setTooltip(new Tooltip("A quarter of the depth range"));
        auto.setMinWidth(Region.USE_PREF_SIZE);
        unit.getStyleClass().add("text-muted");
        map.setMaxWidth(Double.MAX_VALUE);
        rule.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(map, Priority.ALWAYS);
        HBox.setHgrow(rule, Priority.ALWAYS);
        Label title = new Label("Colours");
        title.getStyleClass().add("card-title");
        getChildren()
                .addAll(
                        title,
                        row(map, rule),
                        row(low, new Label("to"), high, unit),
                        linked,
                        row(new Label("Error up to"), most, new Label("m"), auto));
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        for (Node node : nodes) {
            if (node instanceof Label label) {
                label.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        return row;
    }

    private static TextField field(String id, String meaning) {
        TextField field = new TextField();
        field.setId(id);
        field.getStyleClass().add("range-field");
        field.setPrefWidth(74);
        field.setMinWidth(60);
        field.setAccessibleText(meaning);
        return field;
    }

    void follow(ObjectProperty<Colours> newColours) {
        colours = newColours;
        colours.addListener(change -> show(painted));
        map.valueProperty()
                .addListener((property, before, now) -> change(colours.get().withMap(now)));
        rule.valueProperty().addListener((property, before, now) -> takeRule(now));
        linked.selectedProperty()
                .addListener((property, before, now) -> change(colours.get().withLinked(now)));
        List.of(low, high).forEach(field -> onCommit(field, this::takeRange));
        onCommit(most, this::takeError);
        auto.setOnAction(event -> change(colours.get().withGreatestError(null)));
        show(null);
    }

    private static void onCommit(TextField field, Runnable action) {
        field.setOnAction(event -> action.run());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                action.run();
            }
        });
    }

    private void change(Colours newColours) {
        if (!showing) {
            colours.set(newColours);
        }
    }

    /** Fixed begins with the range that is shown, so that nothing jumps. */
    private void takeRule(RangeRule.Kind kind) {
        if (showing || kind == colours.get().rule().kind()) {
            return;
        }
        DepthRange now = painted == null ? new DepthRange(0, 10) : painted.shared();
        change(colours.get()
                .withRule(
                        switch (kind) {
                            case PERCENTILES -> RangeRule.PERCENTILES;
                            case EXTREMES -> RangeRule.EXTREMES;
                            case FIXED -> RangeRule.fixed(now);
                        }));
    }

    /** What is not a range is put back to what is shown. */
    private void takeRange() {
        RangeRule now = colours.get().rule();
        if (low.getText().equals(text(now.low())) && high.getText().equals(text(now.high()))) {
            return;
        }
        try {
            change(colours.get()
                    .withRule(new RangeRule(
                            now.kind(), Double.parseDouble(low.getText()), Double.parseDouble(high.getText()))));
        } catch (IllegalArgumentException e) {
            show(painted);
        }
    }

    private void takeError() {
        if (painted == null || most.getText().equals(text(painted.greatestError()))) {
            return;
        }
        try {
            double value = Double.parseDouble(most.getText());
            if (value > 0 && Double.isFinite(value)) {
                change(colours.get().withGreatestError(value));
                return;
            }
        } catch (NumberFormatException e) {
            most.setText(text(painted.greatestError()));
        }
        show(painted);
    }

    /** @param newPainted what is on the page, null if nothing is */
    void show(Painted newPainted) {
        painted = newPainted;
        showing = true;
        Colours now = colours.get();
        map.setValue(now.map());
        rule.setValue(now.rule().kind());
        linked.setSelected(now.linked());
        boolean fixed = now.rule().kind() == RangeRule.Kind.FIXED;
        low.setText(text(now.rule().low()));
        high.setText(text(now.rule().high()));
        String measured = now.rule().kind() == RangeRule.Kind.EXTREMES ? "This range is found, not given" : "";
        Reason.set(low, measured);
        Reason.set(high, measured);
        unit.setText(fixed ? "m" : "% of pixels");
        most.setText(painted == null ? "" : text(painted.greatestError()));
        Reason.set(auto, now.greatestError() == null ? "The end of the errors is found already" : "");
        showing = false;
    }

    private static String text(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}

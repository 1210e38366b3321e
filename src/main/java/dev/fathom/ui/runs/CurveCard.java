package dev.fathom.ui.runs;

import dev.fathom.ui.plot.Along;
import dev.fathom.ui.plot.Curve;
import dev.fathom.ui.plot.CurveCanvas;
import dev.fathom.ui.plot.CurveChip;
import dev.fathom.ui.plot.Curves;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** Curves with everything that can be said about how to draw them. */
public final class CurveCard extends VBox {
    private final FlowPane chips = new FlowPane(6, 4);
    private Curves curves;

    public CurveCard() {
        getStyleClass().addAll("card", "curve-card");
        chips.setMinHeight(USE_PREF_SIZE);
    }

    void follow(Curves shown) {
        curves = shown;
        CurveCanvas canvas = new CurveCanvas(curves);
        canvas.setId("curves");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        curves.groupProperty().addListener(change -> {
            showChips();
            canvas.setEmptyText(CurveGroup.valueOf(curves.groupProperty().get()).emptyText());
        });
        getChildren().setAll(head(), chips, canvas);
        curves.list().addListener((ListChangeListener<Curve>) change -> showChips());
        showChips();
    }

    private HBox head() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(groups(), space, along(), smoothing(), scale());
        head.getStyleClass().add("card-head");
        return head;
    }

    private ComboBox<CurveGroup> groups() {
        ComboBox<CurveGroup> box = new ComboBox<>();
        box.setId("curveGroup");
        box.getItems().setAll(CurveGroup.values());
        box.setValue(CurveGroup.valueOf(curves.groupProperty().get()));
        box.valueProperty()
                .addListener((property, before, now) -> curves.groupProperty().set(now.name()));
        return named(box, "Which curves are shown", 184);
    }

    private ComboBox<Along> along() {
        ComboBox<Along> box = new ComboBox<>();
        box.setId("along");
        box.getItems().setAll(Along.values());
        box.valueProperty().bindBidirectional(curves.alongProperty());
        return named(box, "What the axis below counts", 124);
    }

    /** @param width a box left to itself grows when its list is opened for the first time */
    private static <T> ComboBox<T> named(ComboBox<T> box, String what, double width) {
        box.setAccessibleText(what);
        box.setTooltip(new Tooltip(what));
        box.setPrefWidth(width);
        box.setMinWidth(USE_PREF_SIZE);
        return box;
    }

    private HBox smoothing() {
        Slider slider =
                new Slider(0, Curves.MOST_SMOOTHING, curves.smoothingProperty().get());
        slider.setId("smoothing");
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.setPrefWidth(96);
        slider.setMinWidth(60);
        slider.setTooltip(new Tooltip("How many steps the line averages; all the way left for none"));
        slider.valueProperty().addListener((property, before, now) -> curves.smoothingProperty()
                .set((int) Math.round(now.doubleValue())));
        Label label = new Label("Smooth");
        label.setLabelFor(slider);
        label.setMinWidth(USE_PREF_SIZE);
        HBox both = new HBox(6, label, slider);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private SegmentedButton scale() {
        ToggleButton linear = new ToggleButton("Linear");
        linear.setId("linear");
        ToggleButton logarithmic = new ToggleButton("Log");
        logarithmic.setId("logarithmic");
        SegmentedButton scale = new SegmentedButton(linear, logarithmic);
        ToggleGroup group = new ToggleGroup();
        scale.setToggleGroup(group);
        group.getToggles().setAll(linear, logarithmic);
        logarithmic.selectedProperty().bindBidirectional(curves.logarithmicProperty());
        linear.setSelected(!logarithmic.isSelected());
        linear.setMinWidth(USE_PREF_SIZE);
        logarithmic.setMinWidth(USE_PREF_SIZE);
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        return scale;
    }

    private void showChips() {
        chips.getChildren().setAll(curves.ofGroup().stream().map(CurveChip::new).toList());
    }
}

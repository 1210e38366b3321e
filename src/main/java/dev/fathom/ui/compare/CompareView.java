package dev.fathom.ui.compare;

import dev.fathom.core.ColorMap;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.image.ColourBar;
import dev.fathom.ui.image.DepthRange;
import dev.fathom.ui.image.ImagePane;
import dev.fathom.ui.image.SyncView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.controlsfx.control.SearchableComboBox;

/** Binds {@code Compare.fxml} to its view model. */
public final class CompareView {
    private static final String GROUP = "Compare";
    private static final int COLUMNS = 3;
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 40;

    private final CompareViewModel model;
    private final Map<Pane, ImagePane> panes = new EnumMap<>(Pane.class);
    private Pane alone;

    @FXML
    private SearchableComboBox<RunChoice> runs;

    @FXML
    private ListView<String> images;

    @FXML
    private GridPane grid;

    @FXML
    private Slider epochSlider;

    @FXML
    private Label epochText;

    @FXML
    private ComboBox<String> colourMap;

    @FXML
    private ColourBar depthBar;

    @FXML
    private TextField near;

    @FXML
    private TextField far;

    @FXML
    private Button autoRange;

    @FXML
    private ColourBar errorBar;

    @FXML
    private TextField greatestError;

    @FXML
    private Button autoError;

    @FXML
    private Label probePlace;

    @FXML
    private Label probeTruth;

    @FXML
    private Label probeStudentName;

    @FXML
    private Label probeStudent;

    @FXML
    private Label probeTeacher;

    @FXML
    private Label probeAbsolute;

    @FXML
    private Label probeRelative;

    @FXML
    private Label probeValid;

    public CompareView(CompareViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        runs.setItems(model.runs());
        runs.valueProperty().bindBidirectional(model.runProperty());
        bindImages();
        bindEpochs();
        bindColours();
        for (Pane pane : Pane.values()) {
            panes.put(pane, paneFor(model.pane(pane), pane));
        }
        layOutPanes();
        probeStudentName.textProperty().bind(model.pane(Pane.STUDENT).titleProperty());
        model.probeProperty().addListener((property, before, now) -> showProbe(now));
        showProbe(null);
    }

    private void bindImages() {
        images.setItems(model.ids());
        Map<Path, Image> thumbnails = new HashMap<>();
        images.setCellFactory(list -> new ImageCell(model::picture, thumbnails));
        images.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.idProperty().set(now);
            }
        });
        model.idProperty().addListener((property, before, now) -> images.getSelectionModel()
                .select(now));
        images.getSelectionModel().select(model.idProperty().get());
    }

    private void bindEpochs() {
        epochSlider
                .maxProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(1.0, model.epochs().size() - 1.0), model.epochs()));
        epochSlider.disableProperty().bind(Bindings.size(model.epochs()).lessThan(2));
        epochSlider.valueProperty().addListener((property, before, now) -> {
            int index = (int) Math.round(now.doubleValue());
            if (index < model.epochs().size()) {
                model.epochIndexProperty().set(index);
            }
        });
        model.epochIndexProperty().addListener(change -> showEpoch());
        model.epochs().addListener((ListChangeListener<Integer>) change -> showEpoch());
        showEpoch();
    }

    private void showEpoch() {
        Integer epoch = model.epoch();
        epochText.setText(epoch == null ? "No samples yet" : "Epoch " + epoch);
        if (epoch != null) {
            epochSlider.setValue(model.epochIndexProperty().get());
        }
    }

    private void bindColours() {
        colourMap.getItems().setAll(ColorMap.NAMES);
        colourMap.valueProperty().bindBidirectional(model.colourMapProperty());
        colourMap.valueProperty().addListener((property, before, now) -> depthBar.show(ColorMap.named(now)));
        depthBar.show(ColorMap.named(model.colourMapProperty().get()));
        errorBar.show(ColorMap.named(Painted.ERROR_MAP));
        autoRange.disableProperty().bind(model.fixedRangeProperty().isNull());
        autoError.disableProperty().bind(model.fixedErrorProperty().isNull());
        model.paintedProperty().addListener((property, before, now) -> showRange(now));
        showRange(model.paintedProperty().get());
        for (TextField field : List.of(near, far)) {
            onCommit(field, this::takeRange);
        }
        onCommit(greatestError, this::takeError);
    }

    private static void onCommit(TextField field, Runnable action) {
        field.setOnAction(event -> action.run());
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                action.run();
            }
        });
    }

    private void showRange(Painted painted) {
        if (painted != null) {
            near.setText(metres(painted.range().near()));
            far.setText(metres(painted.range().far()));
            greatestError.setText(metres(painted.greatestError()));
        }
    }

    private static String metres(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** What is not a range is put back to what is shown. */
    private void takeRange() {
        Painted painted = model.paintedProperty().get();
        if (painted == null
                || near.getText().equals(metres(painted.range().near()))
                        && far.getText().equals(metres(painted.range().far()))) {
            return;
        }
        try {
            model.fixedRangeProperty()
                    .set(new DepthRange(Double.parseDouble(near.getText()), Double.parseDouble(far.getText())));
        } catch (IllegalArgumentException e) {
            showRange(painted);
        }
    }

    private void takeError() {
        Painted painted = model.paintedProperty().get();
        if (painted == null || greatestError.getText().equals(metres(painted.greatestError()))) {
            return;
        }
        try {
            double value = Double.parseDouble(greatestError.getText());
            if (value > 0 && Double.isFinite(value)) {
                model.fixedErrorProperty().set(value);
                return;
            }
        } catch (NumberFormatException e) {
            greatestError.setText(metres(painted.greatestError()));
        }
        showRange(painted);
    }

    @FXML
    private void autoRange() {
        model.fixedRangeProperty().set(null);
    }

    @FXML
    private void autoError() {
        model.fixedErrorProperty().set(null);
    }

    private ImagePane paneFor(PaneViewModel content, Pane pane) {
        ImagePane node = new ImagePane(model.view());
        node.setId("pane-" + pane.name().toLowerCase(Locale.ROOT));
        content.titleProperty().addListener((property, before, now) -> node.setTitle(now));
        content.valueProperty().addListener((property, before, now) -> node.setValue(now));
        content.contentProperty().addListener((property, before, now) -> node.show(now.value(), now.reason()));
        node.setTitle(content.titleProperty().get());
        node.show(
                content.contentProperty().get().value(),
                content.contentProperty().get().reason());
        return node;
    }

    /** All six in two rows, or the one that is shown alone. */
    private void layOutPanes() {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        List<Pane> shown = alone == null ? List.of(Pane.values()) : List.of(alone);
        int columns = Math.min(COLUMNS, shown.size());
        int rows = (shown.size() + columns - 1) / columns;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            row.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(row);
        }
        for (int i = 0; i < shown.size(); i++) {
            grid.add(panes.get(shown.get(i)), i % columns, i / columns);
        }
    }

    private void toggleAlone(Pane pane) {
        alone = alone == pane ? null : pane;
        layOutPanes();
    }

    private void showProbe(Probe probe) {
        boolean none = probe == null;
        probePlace.setText(none ? Numbers.NONE : probe.x() + ", " + probe.y());
        probeTruth.setText(none ? Numbers.NONE : Numbers.metres(probe.truth()));
        probeStudent.setText(none ? Numbers.NONE : Numbers.metres(probe.student()));
        probeTeacher.setText(none ? Numbers.NONE : Numbers.metres(probe.teacher()));
        probeAbsolute.setText(none ? Numbers.NONE : Numbers.metres(probe.absoluteError()));
        probeRelative.setText(none ? Numbers.NONE : Numbers.percent(probe.relativeError()));
        probeValid.setText(none ? Numbers.NONE : probe.valid() ? "valid" : "invalid");
    }

    /** The page's keys. */
    public List<Shortcut> shortcuts() {
        SyncView view = model.view();
        List<Shortcut> keys = new ArrayList<>(List.of(
                Shortcut.of(GROUP, "Earlier epoch", () -> model.stepEpoch(-1), "Left"),
                Shortcut.of(GROUP, "Later epoch", () -> model.stepEpoch(1), "Right"),
                Shortcut.of(GROUP, "Previous image", () -> model.stepImage(-1), "Up"),
                Shortcut.of(GROUP, "Next image", () -> model.stepImage(1), "Down"),
                Shortcut.of(GROUP, "Zoom in", () -> view.zoom(ZOOM_STEP), "Plus", "Equals", "Shift+Equals", "Add"),
                Shortcut.of(GROUP, "Zoom out", () -> view.zoom(1 / ZOOM_STEP), "Minus", "Subtract"),
                Shortcut.of(GROUP, "Whole image", view::fit, "0"),
                Shortcut.of(GROUP, "Move the picture", () -> view.pan(PAN_STEP, 0), "Shift+Left")
                        .shownAs("Shift+arrows"),
                Shortcut.of(GROUP, "", () -> view.pan(-PAN_STEP, 0), "Shift+Right")
                        .shownAs(""),
                Shortcut.of(GROUP, "", () -> view.pan(0, PAN_STEP), "Shift+Up").shownAs(""),
                Shortcut.of(GROUP, "", () -> view.pan(0, -PAN_STEP), "Shift+Down")
                        .shownAs("")));
        for (Pane pane : Pane.values()) {
            String shown = pane.ordinal() == 0 ? "1 to " + Pane.values().length : "";
            keys.add(Shortcut.of(
                            GROUP,
                            "One picture alone, and back to all",
                            () -> toggleAlone(pane),
                            String.valueOf(pane.ordinal() + 1))
                    .shownAs(shown));
        }
        return keys;
    }
}

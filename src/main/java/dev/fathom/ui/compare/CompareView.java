package dev.fathom.ui.compare;

import dev.fathom.ui.base.Reason;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.Unmade;
import dev.fathom.ui.image.SyncView;
import dev.fathom.ui.image.Thumbnails;
import dev.fathom.ui.job.JobCard;
import dev.fathom.ui.job.JobItem;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** Binds {@code Compare.fxml} to its view model. */
public final class CompareView {
    private static final String GROUP = "Compare";
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 40;
    private static final double SWIPE_STEP = 0.05;
    private static final double TURN_STEP = Math.toRadians(6);

    private final CompareViewModel model;
    private final PictureSaving saving;
    private final PictureDrop dropping;
    private final Thumbnails thumbnails;
    private final Runnable goToRuns;
    private final Unmade unmade = new Unmade();

    @FXML
    private BorderPane page;

    @FXML
    private SearchableComboBox<RunChoice> runs;

    @FXML
    private Button swap;

    @FXML
    private SearchableComboBox<RunChoice> second;

    @FXML
    private Button noSecond;

    @FXML
    private Slider epochSlider;

    @FXML
    private Label epochText;

    @FXML
    private HBox columns;

    @FXML
    private ImageListCard imageList;

    @FXML
    private VBox emptyState;

    @FXML
    private HBox body;

    @FXML
    private HBox tools;

    @FXML
    private PaneGrid grid;

    @FXML
    private VBox vacancy;

    @FXML
    private Label vacancyText;

    @FXML
    private VBox work;

    @FXML
    private ScaleStrip scales;

    @FXML
    private VBox numbers;

    @FXML
    private ProbeTable probe;

    @FXML
    private ColourCard colours;

    @FXML
    private StatisticsCard errors;

    /** @param goToRuns shows the page of runs */
    CompareView(
            CompareViewModel model,
            PictureSaving saving,
            PictureDrop dropping,
            Runnable goToRuns,
            Thumbnails thumbnails) {
        this.thumbnails = thumbnails;
        this.goToRuns = goToRuns;
        this.model = model;
        this.saving = saving;
        this.dropping = dropping;
    }

    @FXML
    private void initialize() {
        dropping.accept(page);
        var noRun = model.panes().all().get(0).contentProperty().map(found -> found.reason()
                .equals(ComparedRuns.NO_RUN));
        emptyState.visibleProperty().bind(noRun);
        body.visibleProperty().bind(noRun.map(none -> !none));
        unmade.add(this::bindRuns, this::bindEpochs, this::bindPanes, this::bindTools, this::bindNumbers);
    }

    private void bindPanes() {
        imageList.follow(model.images(), model::score, model.work().living(), thumbnails);
        grid.follow(model);
        var vacant = model.vacancyProperty().isNotEmpty();
        vacancy.visibleProperty().bind(vacant);
        vacancyText.textProperty().bind(model.vacancyProperty());
        grid.visibleProperty().bind(vacant.not());
        bindWork();
    }

    private void bindTools() {
        columns.getChildren()
                .setAll(
                        CompareTools.column("fth-list", "List of images", "L", model.listShownProperty()),
                        CompareTools.column(
                                "fth-bar-chart-2", "Numbers and colours", "N", model.numbersShownProperty()));
        tools.getChildren().setAll(new CompareTools(model, saving, dropping).nodes());
    }

    private void bindNumbers() {
        colours.follow(model.coloursProperty());
        model.shownProperty().addListener((property, before, now) -> show(now));
        model.cloud()
                .cloudProperty()
                .addListener(change -> show(model.shownProperty().get()));
        show(model.shownProperty().get());
        model.probeProperty().addListener((property, before, now) -> probe.show(now));
        model.statisticsProperty().addListener((property, before, now) -> errors.show(now));
        errors.show(model.statisticsProperty().get());
        imageList.visibleProperty().bind(model.listShownProperty());
        imageList.managedProperty().bind(model.listShownProperty());
        numbers.visibleProperty().bind(model.numbersShownProperty());
        numbers.managedProperty().bind(model.numbersShownProperty());
    }

    private void bindRuns() {
        runs.setItems(model.runs());
        runs.valueProperty().bindBidirectional(model.runProperty());
        second.setItems(model.runs());
        second.valueProperty().bindBidirectional(model.secondProperty());
        for (SearchableComboBox<RunChoice> box : List.of(runs, second)) {
            box.setButtonCell(new RunButtonCell(box.getPromptText()));
            // The plain keys of the page would go on searching in the box.
            box.setOnHidden(event -> Platform.runLater(grid::requestFocus));
        }
        noSecond.setTooltip(new Tooltip("Compare without a second run"));
        noSecond.setOnAction(event -> model.secondProperty().set(null));
        Reason.when(noSecond, model.secondProperty().isNull(), "There is no run B");
        swap.setTooltip(Shortcut.of(GROUP, "Exchange run A and run B", model::swapRuns, "X")
                .tooltip());
        swap.setOnAction(event -> model.swapRuns());
        Reason.when(swap, model.secondProperty().isNull(), "Choose a run B to exchange it with run A");
    }

    /** Cards over the panes, so that nothing moves when work begins or ends. */
    private void bindWork() {
        ObservableList<JobItem> living = model.work().living();
        living.addListener((ListChangeListener<JobItem>) change -> showWork(living));
        showWork(living);
    }

    private void showWork(List<JobItem> living) {
        List<JobCard> cards = living.stream().map(JobCard::new).toList();
        cards.forEach(card -> card.setMinWidth(0));
        work.getChildren().setAll(cards);
    }

    private void bindEpochs() {
        epochSlider
                .maxProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(1.0, model.epochs().list().size() - 1.0),
                        model.epochs().list()));
        Reason.bind(epochSlider, model.epochs().obstacleProperty());
        epochSlider.valueProperty().addListener((property, before, now) -> {
            int index = (int) Math.round(now.doubleValue());
            if (index < model.epochs().list().size()) {
                model.epochs().indexProperty().set(index);
            }
        });
        model.epochs().indexProperty().addListener(change -> showMoment());
        model.epochs().list().addListener((ListChangeListener<Moment>) change -> showMoment());
        showMoment();
    }

    private void showMoment() {
        Moment moment = model.epochs().chosen();
        epochText.setText(moment == null ? "No prediction" : moment.text());
        if (moment != null) {
            epochSlider.setValue(model.epochs().indexProperty().get());
        }
    }

    private void show(Shown shown) {
        Painted painted = shown == null ? null : shown.painted();
        scales.show(painted, coloured());
        colours.show(painted);
    }

    /** The pictures whose colours are on the page. */
    private List<Picture> coloured() {
        Side side = model.cloud().pictureProperty().get().side();
        if (inSpace()) {
            boolean errors = model.cloud().coloursProperty().get() == CloudColours.ERROR && side != null;
            return errors ? List.of(Picture.absoluteError(side)) : List.of();
        }
        return model.panes().shown().stream()
                .map(pane -> pane.pictureProperty().get())
                .toList();
    }

    /** See {@link dev.fathom.ui.desk.Page#makeNext}. */
    boolean makeNext() {
        return unmade.makeNext();
    }

    /** The page's keys. */
    public List<Shortcut> shortcuts() {
        SyncView view = model.view();
        PanesViewModel panes = model.panes();
        List<Shortcut> keys = new ArrayList<>(List.of(
                Shortcut.of(GROUP, "Earlier epoch", () -> model.epochs().step(-1), "Left"),
                Shortcut.of(GROUP, "Later epoch", () -> model.epochs().step(1), "Right"),
                Shortcut.of(GROUP, "Previous image", () -> model.images().step(-1), "Up"),
                Shortcut.of(GROUP, "Next image", () -> model.images().step(1), "Down"),
                Shortcut.of(GROUP, "Find an image by name", () -> imageList.focusFilter(), "Shortcut+F"),
                Shortcut.of(GROUP, "Exchange run A and run B", model::swapRuns, "X"),
                Shortcut.of(GROUP, "Zoom in", () -> zoom(ZOOM_STEP), "Plus", "Equals", "Shift+Equals", "Add"),
                Shortcut.of(GROUP, "Zoom out", () -> zoom(1 / ZOOM_STEP), "Minus", "Subtract"),
                Shortcut.of(GROUP, "Whole image", this::fit, "0"),
                Shortcut.of(GROUP, "One pixel to one", view::actualSize, "9"),
                Shortcut.of(GROUP, "Move the picture, turn the points", () -> move(1, 0), "Shift+Left")
                        .shownAs("Shift+arrows"),
                Shortcut.of(GROUP, "", () -> move(-1, 0), "Shift+Right").shownAs(""),
                Shortcut.of(GROUP, "", () -> move(0, 1), "Shift+Up").shownAs(""),
                Shortcut.of(GROUP, "", () -> move(0, -1), "Shift+Down").shownAs(""),
                Shortcut.of(GROUP, "Swipe between the first two", () -> panes.toggle(ViewMode.SWIPE), "S"),
                Shortcut.of(GROUP, "Points in space", () -> panes.toggle(ViewMode.CLOUD), "C"),
                Shortcut.of(GROUP, "Move the divider left", () -> panes.swipe(-SWIPE_STEP), "Comma"),
                Shortcut.of(GROUP, "Move the divider right", () -> panes.swipe(SWIPE_STEP), "Period"),
                Shortcut.of(GROUP, "Predict a picture with run A", dropping::choose, "Shortcut+O"),
                Shortcut.of(GROUP, "Predict the validation images with run A", () -> model.predict(Side.A), "P"),
                Shortcut.of(GROUP, "Score the images of run A", model::score, "E"),
                Shortcut.of(GROUP, "Copy the picture under the pointer", saving::copy, "Shortcut+Shift+C"),
                Shortcut.of(GROUP, "Save the picture with its colour bar", saving::savePicture, "Shortcut+S"),
                Shortcut.of(GROUP, "Save the depth as 16-bit PNG", saving::saveDepth, "Shortcut+Shift+S"),
                Shortcut.of(GROUP, "Save the depth as points (PLY)", saving::savePoints, "Shortcut+Shift+P"),
                Shortcut.of(GROUP, "List of images", () -> toggle(model.listShownProperty()), "L"),
                Shortcut.of(GROUP, "Numbers and colours", () -> toggle(model.numbersShownProperty()), "N")));
        for (int i = 0; i < PanesViewModel.MOST; i++) {
            int index = i;
            String range = "1 to " + PanesViewModel.MOST;
            keys.add(Shortcut.of(GROUP, "One picture alone, and back", () -> panes.toggleAlone(index), "" + (i + 1))
                    .shownAs(i == 0 ? range : ""));
            keys.add(Shortcut.of(GROUP, "Number of panes", () -> panes.setCount(index + 1), "Shift+" + (i + 1))
                    .shownAs(i == 0 ? "Shift+" + range : ""));
        }
        return keys;
    }

    @FXML
    private void goToRuns() {
        goToRuns.run();
    }

    private boolean inSpace() {
        return model.panes().modeProperty().get() == ViewMode.CLOUD;
    }

    private void zoom(double factor) {
        if (inSpace()) {
            model.cloud().orbit().approach(factor);
        } else {
            model.view().zoom(factor);
        }
    }

    private void fit() {
        if (inSpace()) {
            model.cloud().orbit().reset();
        } else {
            model.view().fit();
        }
    }

    private void move(int right, int down) {
        if (inSpace()) {
            model.cloud().orbit().turn(right * TURN_STEP, -down * TURN_STEP);
        } else {
            model.view().pan(right * PAN_STEP, down * PAN_STEP);
        }
    }

    private static void toggle(BooleanProperty shown) {
        shown.set(!shown.get());
    }
}

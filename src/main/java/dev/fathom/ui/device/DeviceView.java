package dev.fathom.ui.device;

import dev.fathom.run.LatencyReport;
import dev.fathom.run.RunFolder;
import dev.fathom.ui.base.Errand;
import dev.fathom.ui.base.LateTabs;
import dev.fathom.ui.base.Nodes;
import dev.fathom.ui.base.Prompt;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.Unmade;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;

/** Binds {@code Device.fxml} to its view model. */
public final class DeviceView {
    private static final String GROUP = "Device";
    static final String BUSY = "Something is being done with a device; stop it or wait";
    private static final int RESULTS = 1;

    private final DeviceViewModel model;
    private final Desk desk;
    private final Shortcut measureKey =
            Shortcut.of(GROUP, "Measure the chosen models", this::measure, "Shortcut+Enter");
    private final Shortcut testKey = Shortcut.of(GROUP, "Test the connection", this::test, "Shortcut+T");
    private final Shortcut stopKey = Shortcut.of(GROUP, "Stop what is being done", this::stop, "Shortcut+Period");
    private final Shortcut addKey = Shortcut.of(GROUP, "Add a device", this::add, "Shortcut+N");
    private final Shortcut findKey = Shortcut.of(GROUP, "Find devices in the network", this::find, "Shortcut+F");
    private final Shortcut openKey = Shortcut.of(GROUP, "Add a .tflite file", this::openFile, "Shortcut+O");
    private final Unmade unmade = new Unmade();
    private boolean showing;

    @FXML
    private Label placeName;

    @FXML
    private Label placeState;

    @FXML
    private Button testButton;

    @FXML
    private Button measureButton;

    @FXML
    private ListView<Place> places;

    @FXML
    private Button addButton;

    @FXML
    private Button findButton;

    @FXML
    private Button removeButton;

    @FXML
    private ListView<ModelChoice> models;

    @FXML
    private Button openButton;

    @FXML
    private FlowPane threads;

    @FXML
    private TextField runs;

    @FXML
    private TextField pause;

    @FXML
    private CheckBox fp16;

    @FXML
    private CheckBox profile;

    @FXML
    private Label obstacle;

    @FXML
    private Pane errand;

    @FXML
    private Label errandTitle;

    @FXML
    private Label errandStage;

    @FXML
    private ProgressBar errandProgress;

    @FXML
    private Button stopButton;

    @FXML
    private TabPane tabs;

    @FXML
    private Pane probe;

    @FXML
    private Pane measured;

    @FXML
    private Pane past;

    @FXML
    private Pane tradeOff;

    public DeviceView(DeviceViewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    @FXML
    private void initialize() {
        unmade.add(
                this::bindPlaces,
                this::bindModels,
                this::bindSettings,
                this::bindErrand,
                () -> probe.getChildren().add(new ProbeTable(model, this::test)),
                () -> measured.getChildren().add(new ResultsPane(model.results())),
                () -> past.getChildren().add(new HistoryPane(model.history(), this::showRun)),
                () -> tradeOff.getChildren().add(new TradeOffPane(model.history(), this::showRun)),
                this::bindTabs);
    }

    private void bindTabs() {
        LateTabs.of(tabs);
        model.results().addListener((ListChangeListener<LatencyReport>) change -> {
            if (!model.results().isEmpty()) {
                tabs.getSelectionModel().select(RESULTS);
            }
        });
        model.lookProperty().addListener((property, before, now) -> {
            if (now != null && model.results().isEmpty()) {
                tabs.getSelectionModel().select(0);
            }
        });
    }

    private void bindPlaces() {
        placeName.textProperty().bind(model.placeProperty().map(Place::title));
        placeState
                .textProperty()
                .bind(model.lookProperty().map(look -> look.probe().board()).orElse("not looked at yet"));
        places.setItems(model.places());
        places.setCellFactory(
                list -> new TextCell<>(Place::title, place -> place.isHere() ? "fth-monitor" : "fth-cpu"));
        places.getSelectionModel().select(model.placeProperty().get());
        places.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.placeProperty().set(now);
            }
        });
        model.placeProperty().addListener((property, before, now) -> places.getSelectionModel()
                .select(now));
        Reason.bind(
                removeButton,
                model.placeProperty().map(place -> place.isHere() ? "This computer is always in the list" : ""));
        removeButton.setTooltip(new Tooltip("Forget this device"));
        testButton.setTooltip(testKey.tooltip());
        addButton.setTooltip(addKey.tooltip());
        findButton.setTooltip(findKey.tooltip());
        Reason.when(testButton, model.errand().busyProperty(), BUSY);
        Reason.when(findButton, model.errand().busyProperty(), BUSY);
    }

    private void bindModels() {
        models.setItems(model.models());
        models.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        models.setCellFactory(list -> new ModelCell());
        models.setPlaceholder(new Label("Export a run, or add a .tflite file"));
        models.getSelectionModel().getSelectedItems().addListener((ListChangeListener<ModelChoice>) change -> {
            if (!showing) {
                showing = true;
                model.chosen().setAll(List.copyOf(models.getSelectionModel().getSelectedItems()));
                showing = false;
            }
        });
        model.chosen().addListener((ListChangeListener<ModelChoice>) change -> showChosen());
        showChosen();
        openButton.setTooltip(openKey.tooltip());
    }

    private void showChosen() {
        if (!showing) {
            showing = true;
            models.getSelectionModel().clearSelection();
            model.chosen().forEach(models.getSelectionModel()::select);
            showing = false;
        }
    }

    private void bindSettings() {
        for (int count : MeasureSettings.THREADS) {
            CheckBox box = new CheckBox(String.valueOf(count));
            box.setId("threads-" + count);
            box.setAccessibleText(count + (count == 1 ? " thread" : " threads"));
            box.setUserData(count);
            box.setSelected(model.settingsProperty().get().threads().contains(count));
            box.setOnAction(event -> take());
            threads.getChildren().add(box);
        }
        runs.setText(model.settingsProperty().get().runs());
        pause.setText(model.settingsProperty().get().pause());
        runs.textProperty().addListener(change -> take());
        pause.textProperty().addListener(change -> take());
        fp16.setOnAction(event -> take());
        profile.setOnAction(event -> take());
        Reason.bind(measureButton, model.obstacleProperty());
        measureButton.setTooltip(measureKey.tooltip());
        obstacle.textProperty().bind(model.obstacleProperty());
        // Always there, so that the fields above it stay where they are.
        obstacle.visibleProperty().bind(model.errand().busyProperty().not());
    }

    private void take() {
        Set<Integer> counts = new TreeSet<>();
        for (Node node : threads.getChildren()) {
            if (((CheckBox) node).isSelected()) {
                counts.add((Integer) node.getUserData());
            }
        }
        model.settingsProperty()
                .set(new MeasureSettings(
                        counts, runs.getText(), pause.getText(), fp16.isSelected(), profile.isSelected()));
    }

    private void bindErrand() {
        Errand now = model.errand();
        Nodes.showWhen(errand, now.busyProperty());
        errandTitle.textProperty().bind(now.titleProperty());
        errandStage.textProperty().bind(now.stageProperty());
        errandProgress.progressProperty().bind(now.fractionProperty());
        stopButton.setTooltip(stopKey.tooltip());
        Reason.when(stopButton, Bindings.equal(now.stageProperty(), "Stopping"), "It was asked to stop");
    }

    private void showRun(RunFolder run) {
        desk.navigation().go(new Destination.ShownRun(run));
    }

    @FXML
    private void measure() {
        model.measure();
    }

    @FXML
    private void test() {
        tabs.getSelectionModel().select(0);
        model.test();
    }

    @FXML
    private void stop() {
        model.errand().stop();
    }

    @FXML
    private void find() {
        model.find();
    }

    @FXML
    private void remove() {
        model.remove();
    }

    @FXML
    private void add() {
        desk.dialogs()
                .prompt(new Prompt(
                        "Add a device",
                        "user@host, user@host:port, or an alias of your SSH configuration",
                        "pi@raspberrypi.local",
                        "Add",
                        Places::problem,
                        model::add));
    }

    @FXML
    private void openFile() {
        desk.files()
                .open("Add a model", null, "TFLite models", List.of("*.tflite"))
                .ifPresent(model::open);
    }

    /** See {@link dev.fathom.ui.desk.Page#makeNext}. */
    boolean makeNext() {
        return unmade.makeNext();
    }

    /** The page's keys. */
    public List<Shortcut> shortcuts() {
        return List.of(measureKey, testKey, stopKey, addKey, findKey, openKey);
    }
}

package dev.fathom.ui.runs;

import dev.fathom.ui.base.NoticeBar;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.job.JobCard;
import dev.fathom.ui.job.JobItem;
import dev.fathom.ui.plot.Curve;
import dev.fathom.ui.plot.CurveCanvas;
import dev.fathom.ui.plot.CurveChip;
import dev.fathom.ui.plot.Curves;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;

/** Binds {@code Runs.fxml} to its view model. */
public final class RunsView {
    private static final String GROUP = "Runs";
    private final RunsViewModel model;
    private final Consumer<Path> openFolder;
    private final Shortcut quickstartKey =
            Shortcut.of(GROUP, "Start the quickstart", this::startQuickstart, "Shortcut+Enter");
    private final Shortcut stopKey = Shortcut.of(GROUP, "Stop the chosen run", this::stop, "Shortcut+Period");
    private final Shortcut resumeKey = Shortcut.of(GROUP, "Resume the chosen run", this::resume, "Shortcut+R");
    private final Shortcut compareKey =
            Shortcut.of(GROUP, "Open the chosen run in Compare", this::compare, "Shortcut+E");
    private final Shortcut resultKey =
            Shortcut.of(GROUP, "Show the quickstart's result", this::showResult, "Shortcut+T");
    private final Shortcut folderKey =
            Shortcut.of(GROUP, "Open the chosen run's folder", this::openFolder, "Shortcut+Shift+O");

    @FXML
    private Label runName;

    @FXML
    private Label runState;

    @FXML
    private Button folderButton;

    @FXML
    private Button compareButton;

    @FXML
    private Button stopButton;

    @FXML
    private Button resumeButton;

    @FXML
    private Button resultButton;

    @FXML
    private Button quickstartButton;

    @FXML
    private Pane emptyState;

    @FXML
    private Label emptyPlace;

    @FXML
    private Button emptyQuickstartButton;

    @FXML
    private Pane content;

    @FXML
    private ListView<RunItem> runList;

    @FXML
    private VBox jobs;

    @FXML
    private Pane detail;

    @FXML
    private NoticeBar trouble;

    @FXML
    private Button troubleResumeButton;

    @FXML
    private Label progressText;

    @FXML
    private Label timeText;

    @FXML
    private ProgressBar progress;

    @FXML
    private HBox cards;

    @FXML
    private FlowPane chips;

    @FXML
    private SegmentedButton scale;

    @FXML
    private ToggleButton linear;

    @FXML
    private ToggleButton logarithmic;

    @FXML
    private CheckBox smooth;

    @FXML
    private VBox curveCard;

    @FXML
    private LogView log;

    /** @param openFolder shows a folder in the system's file manager */
    public RunsView(RunsViewModel model, Consumer<Path> openFolder) {
        this.model = model;
        this.openFolder = openFolder;
    }

    @FXML
    private void initialize() {
        bindHeader();
        bindList();
        bindRun();
        bindCurves(model.run().curves());
        model.jobs().jobs().addListener((ListChangeListener<JobItem>) change -> showJobs());
        showJobs();
    }

    private void bindHeader() {
        var run = model.run().runProperty();
        runName.textProperty().bind(run.map(RunSummary::name).orElse(""));
        runState.textProperty().bind(run.map(RunSummary::stateText).orElse(""));
        showWhen(stopButton, model.canStopProperty());
        showWhen(resumeButton, model.canResumeProperty());
        showWhen(troubleResumeButton, model.canResumeProperty());
        showWhen(compareButton, model.canCompareProperty());
        showWhen(folderButton, run.isNotNull());
        showWhen(resultButton, model.resultProperty().isNotEmpty());
        quickstartButton.setTooltip(quickstartKey.tooltip());
        stopButton.setTooltip(stopKey.tooltip());
        resumeButton.setTooltip(resumeKey.tooltip());
        compareButton.setTooltip(compareKey.tooltip());
        folderButton.setTooltip(folderKey.tooltip());
        resultButton.setTooltip(resultKey.tooltip());
        for (Button button : List.of(quickstartButton, emptyQuickstartButton)) {
            button.disableProperty().bind(model.quickstartRunningProperty());
            button.textProperty()
                    .bind(Bindings.when(model.quickstartRunningProperty())
                            .then("Quickstart is running")
                            .otherwise("Start quickstart"));
        }
    }

    private void bindList() {
        RunList list = model.list();
        var noRuns = Bindings.isEmpty(list.items()).and(list.loadedProperty());
        var noJobs = Bindings.isEmpty(model.jobs().jobs());
        showWhen(emptyState, noRuns.and(noJobs));
        showWhen(quickstartButton, noRuns.and(noJobs).not());
        showWhen(content, noRuns.and(noJobs).not());
        emptyPlace.setText("Fathom looks for runs in " + model.workspace().runs());
        runList.setItems(list.items());
        runList.setCellFactory(view -> new RunCell());
        runList.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                choose(list, now);
            }
        });
        list.selectedProperty().addListener((property, before, now) -> {
            if (now != null) {
                runList.getSelectionModel().select(now);
            } else {
                runList.getSelectionModel().clearSelection();
            }
        });
    }

    /** The list also tells of what the view model has chosen itself. */
    private static void choose(RunList list, RunItem item) {
        if (item != list.selected()) {
            list.choose(item);
        }
    }

    private void bindRun() {
        RunViewModel run = model.run();
        showWhen(detail, run.runProperty().isNotNull());
        trouble.follow(run.troubleProperty());
        progressText.textProperty().bind(run.progressTextProperty());
        timeText.textProperty().bind(run.timeTextProperty());
        progress.progressProperty().bind(run.progressProperty());
        for (MetricCard card : run.metrics().cards()) {
            Node node = new MetricCardView(card);
            HBox.setHgrow(node, Priority.ALWAYS);
            cards.getChildren().add(node);
        }
        run.logProperty()
                .addListener((property, before, now) -> log.show(now.lines().toList()));
    }

    private void bindCurves(Curves curves) {
        CurveCanvas canvas = new CurveCanvas(curves, step -> "Step " + Numbers.count(Math.round(step)));
        canvas.setId("curves");
        VBox.setVgrow(canvas, Priority.ALWAYS);
        curveCard.getChildren().add(canvas);
        smooth.selectedProperty().bindBidirectional(curves.smoothProperty());
        logarithmic.selectedProperty().bindBidirectional(curves.logarithmicProperty());
        ToggleGroup group = new ToggleGroup();
        scale.setToggleGroup(group);
        group.getToggles().setAll(linear, logarithmic);
        linear.setSelected(!logarithmic.isSelected());
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        curves.list().addListener((ListChangeListener<Curve>) change -> showChips(curves));
        showChips(curves);
    }

    private void showChips(Curves curves) {
        chips.getChildren().setAll(curves.list().stream().map(CurveChip::new).toList());
    }

    private void showJobs() {
        jobs.getChildren().setAll(model.jobs().jobs().stream().map(JobCard::new).toList());
        jobs.setVisible(!jobs.getChildren().isEmpty());
        jobs.setManaged(!jobs.getChildren().isEmpty());
    }

    private static void showWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    @FXML
    private void startQuickstart() {
        model.startQuickstart();
    }

    @FXML
    private void showResult() {
        model.showResult();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void resume() {
        model.resume();
    }

    @FXML
    private void compare() {
        model.compare();
    }

    @FXML
    private void openFolder() {
        if (model.list().selected() != null) {
            openFolder.accept(model.list().selected().summary().folder().path());
        }
    }

    /** The page's keys. */
    public List<Shortcut> shortcuts() {
        return List.of(quickstartKey, stopKey, resumeKey, compareKey, folderKey, resultKey);
    }
}

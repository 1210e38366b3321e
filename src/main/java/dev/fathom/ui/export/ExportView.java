package dev.fathom.ui.export;

import dev.fathom.run.ExportOptions;
import dev.fathom.ui.base.Copying;
import dev.fathom.ui.base.Nodes;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.Unmade;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.job.JobCard;
import dev.fathom.ui.job.JobItem;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;

/** Binds {@code Export.fxml} to its view model. */
public final class ExportView {
    private static final String GROUP = "Export";
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ExportViewModel model;
    private final Desk desk;
    private final Shortcut exportKey = Shortcut.of(GROUP, "Export the chosen run", this::export, "Shortcut+Enter");
    private final Shortcut folderKey =
            Shortcut.of(GROUP, "Open the folder of exported files", this::openFolder, "Shortcut+Shift+O");
    private final Shortcut commandKey =
            Shortcut.of(GROUP, "Copy the export's command line", this::copyCommand, "Shortcut+Shift+C");
    private final Shortcut measureKey =
            Shortcut.of(GROUP, "Measure the chosen file on a device", this::measure, "Shortcut+M");
    private final Shortcut resetKey = Shortcut.of(GROUP, "Default options", this::reset, "Shortcut+Shift+D");
    private final Unmade unmade = new Unmade();

    @FXML
    private Label runName;

    @FXML
    private Label runBest;

    @FXML
    private Button commandButton;

    @FXML
    private Button folderButton;

    @FXML
    private Button measureButton;

    @FXML
    private Button exportButton;

    @FXML
    private Button defaultsButton;

    @FXML
    private Pane emptyState;

    @FXML
    private Pane content;

    @FXML
    private SearchableComboBox<ExportableRun> runs;

    @FXML
    private VBox formats;

    @FXML
    private TextField size;

    @FXML
    private ComboBox<ExportOptions.Input> input;

    @FXML
    private ComboBox<ExportOptions.Output> output;

    @FXML
    private ComboBox<ExportOptions.Unit> unit;

    @FXML
    private TextField clamp;

    @FXML
    private TextField calibration;

    @FXML
    private Label obstacle;

    @FXML
    private VBox jobs;

    @FXML
    private TableView<ExportedFile> files;

    @FXML
    private TableColumn<ExportedFile, String> nameColumn;

    @FXML
    private TableColumn<ExportedFile, String> checkColumn;

    @FXML
    private TableColumn<ExportedFile, String> bytesColumn;

    @FXML
    private TableColumn<ExportedFile, String> differenceColumn;

    @FXML
    private TableColumn<ExportedFile, String> metricColumn;

    @FXML
    private TableColumn<ExportedFile, String> delegateColumn;

    @FXML
    private TableColumn<ExportedFile, String> latencyColumn;

    @FXML
    private VBox detail;

    @FXML
    private Label detailName;

    @FXML
    private Label detailProblem;

    @FXML
    private VBox picture;

    @FXML
    private GridPane facts;

    public ExportView(ExportViewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
    }

    @FXML
    private void initialize() {
        unmade.add(this::bindHeader, this::bindSettings, this::bindFiles, this::bindJobs);
    }

    private void bindJobs() {
        model.jobs().jobs().addListener((ListChangeListener<JobItem>) change -> showJobs());
        showJobs();
    }

    private void bindHeader() {
        var run = model.runProperty();
        runName.textProperty().bind(run.map(ExportableRun::name).orElse(""));
        runBest.textProperty().bind(run.map(ExportableRun::best).orElse(""));
        var nothing = Bindings.isEmpty(model.runs()).and(model.loadedProperty());
        Nodes.showWhen(emptyState, nothing);
        Nodes.showWhen(content, nothing.not());
        for (Button button : List.of(exportButton, commandButton, folderButton)) {
            Nodes.showWhen(button, run.isNotNull());
        }
        Nodes.showWhen(
                measureButton,
                Bindings.createBooleanBinding(
                        () -> desk.navigation().has(PageId.DEVICE) && chosen() != null && chosen().problem() == null,
                        files.getSelectionModel().selectedItemProperty()));
        Reason.bind(exportButton, model.obstacleProperty());
        exportButton.setTooltip(exportKey.tooltip());
        commandButton.setTooltip(commandKey.tooltip());
        folderButton.setTooltip(folderKey.tooltip());
        measureButton.setTooltip(measureKey.tooltip());
        defaultsButton.setTooltip(resetKey.tooltip());
        obstacle.textProperty().bind(model.obstacleProperty());
        Nodes.showWhen(obstacle, model.obstacleProperty().isNotEmpty());
        model.settingsProperty()
                .addListener((property, before, now) ->
                        obstacle.pseudoClassStateChanged(WRONG, now.problem().isPresent()));
    }

    private void bindSettings() {
        runs.setItems(model.runs());
        runs.valueProperty().bindBidirectional(model.runProperty());
        new SettingsForm(
                model.settingsProperty(),
                formats,
                new SettingsForm.Fields(size, input, output, unit, clamp, calibration));
    }

    private void bindFiles() {
        files.setItems(model.files());
        files.setPlaceholder(new Label("Nothing exported yet: choose formats and press Export"));
        files.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        FileColumns.fill(nameColumn, ExportedFile::name);
        FileColumns.fill(checkColumn, FileColumns::check);
        checkColumn.setCellFactory(column -> FileColumns.checkCell());
        FileColumns.fill(bytesColumn, FileColumns.reported(report -> Numbers.count(report.bytes())));
        FileColumns.fill(differenceColumn, FileColumns.reported(FileColumns::difference));
        FileColumns.fill(metricColumn, FileColumns.reported(FileColumns::metric));
        FileColumns.fill(delegateColumn, FileColumns.reported(FileColumns::delegate));
        FileColumns.fill(latencyColumn, FileColumns.reported(FileColumns::latency));
        FileDetail card = new FileDetail(detail, detailName, detailProblem, picture, facts);
        files.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> card.show(now));
        model.files().addListener((ListChangeListener<ExportedFile>) change -> {
            if (files.getSelectionModel().getSelectedItem() == null) {
                files.getSelectionModel().selectFirst();
            }
        });
        card.show(null);
    }

    private ExportedFile chosen() {
        return files.getSelectionModel().getSelectedItem();
    }

    private void showJobs() {
        jobs.getChildren()
                .setAll(model.jobs().jobs().stream()
                        .filter(job -> job.arguments().get(0).equals("export"))
                        .map(JobCard::new)
                        .toList());
        jobs.getChildren().forEach(card -> card.getStyleClass().add("floating"));
        jobs.setVisible(!jobs.getChildren().isEmpty());
        jobs.setManaged(!jobs.getChildren().isEmpty());
    }

    @FXML
    private void export() {
        model.export();
    }

    @FXML
    private void reset() {
        model.settingsProperty().set(ExportSettings.DEFAULT);
    }

    @FXML
    private void copyCommand() {
        if (!model.command().isEmpty()) {
            Copying.text(model.command());
            desk.notices().inform("The command is in the clipboard", model.command());
        }
    }

    @FXML
    private void openFolder() {
        if (model.runProperty().get() != null) {
            desk.openFolder().accept(model.runProperty().get().folder().export());
        }
    }

    @FXML
    private void measure() {
        if (measureButton.isVisible()) {
            desk.navigation().go(new Destination.MeasuredModel(chosen().file()));
        }
    }

    @FXML
    private void goToRuns() {
        desk.navigation().go(new Destination.Just(PageId.RUNS));
    }

    /** See {@link dev.fathom.ui.desk.Page#makeNext}. */
    boolean makeNext() {
        return unmade.makeNext();
    }

    /** The page's keys. */
    public List<Shortcut> shortcuts() {
        return List.of(exportKey, commandKey, folderKey, measureKey, resetKey);
    }
}

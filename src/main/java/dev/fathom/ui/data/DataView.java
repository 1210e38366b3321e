package dev.fathom.ui.data;

import dev.fathom.data.DataOptions;
import dev.fathom.data.Sample;
import dev.fathom.data.check.CheckReport;
import dev.fathom.data.check.Issue;
import dev.fathom.data.format.DatasetFormats;
import dev.fathom.ui.base.DropTarget;
import dev.fathom.ui.base.Errand;
import dev.fathom.ui.base.LateTabs;
import dev.fathom.ui.base.Nodes;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.TaskExecutor;
import dev.fathom.ui.base.Unmade;
import dev.fathom.ui.desk.Desk;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import dev.fathom.ui.desk.SplitMemory;
import dev.fathom.ui.image.Thumbnails;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Binds {@code Data.fxml} to its view model. */
public final class DataView {
    private static final double LIST_WIDTH = 307;
    private static final String GROUP = "Data";
    private static final int CHECKED = 1;

    private final DataViewModel model;
    private final Desk desk;
    private final TaskExecutor decoding;
    private final Shortcut openKey = Shortcut.of(GROUP, "Open a data folder", this::open, "Shortcut+O");
    private final Shortcut checkKey = Shortcut.of(GROUP, "Check every file", this::check, "Shortcut+Enter");
    private final Shortcut experimentKey =
            Shortcut.of(GROUP, "New experiment with this data", this::experiment, "Shortcut+E");
    private final Shortcut stopKey = Shortcut.of(GROUP, "Stop the check", this::stop, "Shortcut+Period");
    private final Unmade unmade = new Unmade();

    @FXML
    private BorderPane page;

    @FXML
    private Label folderName;

    @FXML
    private Label folderState;

    @FXML
    private Button openButton;

    @FXML
    private Button checkButton;

    @FXML
    private Button experimentButton;

    @FXML
    private Pane emptyState;

    @FXML
    private Button sampleButton;

    @FXML
    private VBox recent;

    @FXML
    private SplitPane content;

    @FXML
    private Label place;

    @FXML
    private ComboBox<String> format;

    @FXML
    private ComboBox<String> scale;

    @FXML
    private TextField division;

    @FXML
    private TextField seed;

    @FXML
    private Label facts;

    @FXML
    private Label problem;

    @FXML
    private ComboBox<Split> split;

    @FXML
    private TextField filter;

    @FXML
    private Label count;

    @FXML
    private ListView<Sample> pairs;

    @FXML
    private Pane wrong;

    @FXML
    private Label wrongTitle;

    @FXML
    private ScrollPane wrongScroll;

    @FXML
    private Label wrongText;

    @FXML
    private Pane errand;

    @FXML
    private Label errandTitle;

    @FXML
    private Label errandStage;

    @FXML
    private ProgressBar errandProgress;

    @FXML
    private TabPane tabs;

    @FXML
    private Pane preview;

    @FXML
    private Pane issues;

    @FXML
    private Pane statistics;

    private final IssuesPane issuesPane = new IssuesPane(this::showPair);
    private final StatisticsPane statisticsPane = new StatisticsPane();

    /** @param decoding where thumbnails are made */
    public DataView(DataViewModel model, Desk desk, TaskExecutor decoding) {
        this.model = model;
        this.desk = desk;
        this.decoding = decoding;
    }

    @FXML
    private void initialize() {
        unmade.add(this::bindHeader, this::bindSettings, this::bindPairs, this::bindCheck);
        SplitMemory.connect(content, desk.settings(), "data.listWidth", LIST_WIDTH);
        DropTarget.make(page, files -> files, this::drop);
    }

    private void bindHeader() {
        var folder = model.folderProperty();
        folderName
                .textProperty()
                .bind(folder.map(path -> path.getFileName() + "").orElse(""));
        folderState
                .textProperty()
                .bind(model.dataProperty().map(DatasetWords::contents).orElse(""));
        Nodes.showWhen(emptyState, folder.isNull());
        Nodes.showWhen(content, folder.isNotNull());
        Nodes.showWhen(checkButton, model.dataProperty().isNotNull());
        Nodes.showWhen(
                experimentButton,
                Bindings.createBooleanBinding(
                        () -> model.dataProperty().get() != null
                                && desk.navigation().has(PageId.EXPERIMENT),
                        model.dataProperty()));
        Reason.when(checkButton, model.errand().busyProperty(), "The files are being checked");
        openButton.setTooltip(openKey.tooltip());
        checkButton.setTooltip(checkKey.tooltip());
        experimentButton.setTooltip(experimentKey.tooltip());
        Nodes.showWhen(sampleButton, Bindings.createBooleanBinding(() -> Files.isDirectory(sampleData())));
        model.recent().addListener((javafx.beans.InvalidationListener) change -> showRecent());
        showRecent();
    }

    private void showRecent() {
        recent.getChildren().clear();
        for (Path path : model.recent()) {
            Hyperlink link = new Hyperlink(path.toString());
            link.setOnAction(event -> model.open(path));
            recent.getChildren().add(link);
        }
    }

    private static Path sampleData() {
        return Path.of(System.getProperty("fathom.home", ""), "sample-data", "street");
    }

    private void bindSettings() {
        place.textProperty().bind(model.folderProperty().map(Path::toString).orElse(""));
        format.getItems().setAll(DataOptions.AUTO);
        format.getItems().addAll(DatasetFormats.names());
        format.setValue(DataOptions.AUTO);
        scale.getItems().setAll("", "1000", "256", "5000", "1");
        scale.setValue("");
        format.valueProperty().addListener(change -> take());
        scale.getEditor().textProperty().addListener(change -> take());
        division.textProperty().addListener(change -> take());
        seed.textProperty().addListener(change -> take());
        model.settingsProperty().addListener((property, before, now) -> {
            format.setValue(now.format());
            Nodes.put(scale.getEditor(), now.scale());
            Nodes.put(division, now.division());
            Nodes.put(seed, now.seed());
        });
        facts.textProperty()
                .bind(model.dataProperty().map(DatasetWords::reading).orElse(""));
        var unread = model.dataProperty().isNull().and(model.problemProperty().isNotEmpty());
        problem.textProperty().bind(model.problemProperty());
        Nodes.showWhen(problem, model.problemProperty().isNotEmpty().and(unread.not()));
        Nodes.showWhen(facts, model.problemProperty().isEmpty());
        Nodes.showWhen(wrong, unread);
        tabs.visibleProperty().bind(unread.not());
        wrongTitle.textProperty().bind(folderName.textProperty().concat(" cannot be read"));
        // A scroll pane asks for the height of one long line otherwise.
        wrongScroll.prefViewportHeightProperty().bind(wrongText.heightProperty());
        wrongText.textProperty().bind(model.problemProperty().map(text -> text.replace("; ", "\n")));
    }

    private void take() {
        model.settingsProperty()
                .set(new DataSettings(
                        format.getValue(), scale.getEditor().getText(), division.getText(), seed.getText()));
    }

    private void bindPairs() {
        Reason.when(
                seed,
                division.textProperty().isEmpty(),
                "The seed counts when a share of the pairs is taken for validation");
        split.getItems().setAll(Split.values());
        split.setConverter(new SplitWords());
        split.valueProperty().bindBidirectional(model.splitProperty());
        filter.textProperty().bindBidirectional(model.filterProperty());
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Numbers.count(model.samples().size()), model.samples()));
        Thumbnails thumbnails = new Thumbnails(decoding);
        pairs.setItems(model.samples());
        pairs.setCellFactory(list -> new PairCell(thumbnails));
        pairs.setPlaceholder(new Label("No picture here"));
        pairs.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.sampleProperty().set(now);
            }
        });
        model.sampleProperty().addListener((property, before, now) -> pairs.getSelectionModel()
                .select(now));
        preview.getChildren().add(new PreviewPane(model.previewProperty()));
    }

    private void bindCheck() {
        LateTabs.of(tabs);
        Errand now = model.errand();
        Nodes.showWhen(errand, now.busyProperty());
        errandTitle.textProperty().bind(now.titleProperty());
        errandStage.textProperty().bind(now.stageProperty());
        errandProgress.progressProperty().bind(now.fractionProperty());
        issues.getChildren().addAll(hint(), issuesPane);
        statistics.getChildren().addAll(hint(), statisticsPane);
        model.checkProperty().addListener((property, before, report) -> show(report));
        show(null);
    }

    private Node hint() {
        Label text = new Label("The check reads every file once and changes none: press Check, " + checkKey.shown());
        text.getStyleClass().add("empty-text");
        text.visibleProperty()
                .bind(model.checkProperty()
                        .isNull()
                        .and(model.errand().busyProperty().not()));
        return text;
    }

    private void show(CheckReport report) {
        issuesPane.show(report);
        statisticsPane.show(report);
        if (report != null && tabs.getSelectionModel().getSelectedIndex() == 0) {
            tabs.getSelectionModel().select(CHECKED);
        }
    }

    private void showPair(Issue issue) {
        if (model.choose(issue)) {
            tabs.getSelectionModel().select(0);
        }
    }

    /** A file stands for the folder that it is in. */
    private void drop(List<File> files) {
        Path dropped = files.get(0).toPath();
        model.open(Files.isDirectory(dropped) ? dropped : dropped.getParent());
    }

    @FXML
    private void open() {
        desk.files().folder("Open a data folder", model.folderProperty().get()).ifPresent(model::open);
    }

    @FXML
    private void openSample() {
        model.open(sampleData());
    }

    @FXML
    private void check() {
        model.check();
    }

    @FXML
    private void stop() {
        model.errand().stop();
    }

    @FXML
    private void experiment() {
        if (experimentButton.isVisible()) {
            desk.navigation()
                    .go(new Destination.ExperimentOn(model.folderProperty().get()));
        }
    }

    /** See {@link dev.fathom.ui.desk.Page#makeNext}. */
    boolean makeNext() {
        return unmade.makeNext();
    }

    /** The page's keys. */
    public List<Shortcut> shortcuts() {
        return List.of(openKey, checkKey, experimentKey, stopKey);
    }
}

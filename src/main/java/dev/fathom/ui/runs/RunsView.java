package dev.fathom.ui.runs;

import static dev.fathom.ui.base.Nodes.showWhen;

import dev.fathom.ui.base.LateTabs;
import dev.fathom.ui.base.NoticeBar;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.base.Shortcut;
import dev.fathom.ui.base.Unmade;
import dev.fathom.ui.desk.SplitMemory;
import dev.fathom.ui.job.JobCard;
import dev.fathom.ui.job.JobItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Binds {@code Runs.fxml} to its view model. */
public final class RunsView {
    private static final String GROUP = RunMenu.GROUP;
    private static final double LIST_WIDTH = 307;
    /** Commands that train several runs, of which none tells how far the whole is. */
    private static final Set<String> MANY_RUNS = Set.of("quickstart", "study");

    private final RunsViewModel model;
    private final RunMenu menu;
    private final Shortcut quickstartKey;
    private final Shortcut stopKey;
    private final Shortcut resumeKey;
    private final Shortcut resultKey;
    private final Unmade unmade = new Unmade();

    @FXML
    private Label runName;

    @FXML
    private Label runState;

    @FXML
    private Button compareButton;

    @FXML
    private Button stopButton;

    @FXML
    private Button resumeButton;

    @FXML
    private Button queueButton;

    @FXML
    private Button resultButton;

    @FXML
    private MenuButton moreButton;

    @FXML
    private Button quickstartButton;

    @FXML
    private Pane emptyState;

    @FXML
    private StartPanel startPanel;

    @FXML
    private SplitPane content;

    @FXML
    private Label runsShown;

    @FXML
    private TextField filter;

    @FXML
    private ComboBox<RunOrder> order;

    @FXML
    private RunListView runList;

    @FXML
    private VBox jobs;

    @FXML
    private Pane detail;

    @FXML
    private TabPane tabs;

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
    private CurveCard curveCard;

    @FXML
    private LogPane logPane;

    @FXML
    private Label configTitle;

    @FXML
    private CheckBox onlyDifferences;

    @FXML
    private ConfigView configView;

    @FXML
    private RunTable table;

    public RunsView(RunsViewModel model) {
        this.model = model;
        menu = new RunMenu(model);
        quickstartKey = Shortcut.of(GROUP, "Start the quickstart", model::startQuickstart, "Shortcut+Enter");
        stopKey = Shortcut.of(GROUP, "Stop the chosen run", model.actions()::stop, "Shortcut+Period");
        resumeKey = Shortcut.of(GROUP, "Resume the chosen run", model.actions()::resume, "Shortcut+R");
        resultKey = Shortcut.of(GROUP, "Show the quickstart's result", model::showResult, "Shortcut+T");
    }

    @FXML
    private void initialize() {
        unmade.add(
                this::bindHeader, this::bindQuickstart, this::bindList, this::bindRun, this::bindTabs, this::bindJobs);
    }

    private void bindJobs() {
        model.jobs().jobs().addListener((ListChangeListener<JobItem>) change -> showJobs());
        showJobs();
    }

    private void bindHeader() {
        var run = model.run().runProperty();
        RunActions actions = model.actions();
        runName.textProperty().bind(run.map(RunSummary::name).orElse(""));
        runState.textProperty().bind(model.run().standingProperty());
        bind(stopButton, stopKey, actions.canStopProperty());
        bind(resumeButton, resumeKey, actions.canResumeProperty());
        bind(resultButton, resultKey, model.resultProperty().isNotEmpty());
        showWhen(troubleResumeButton, actions.canResumeProperty());
        troubleResumeButton.setOnAction(event -> actions.resume());
        showWhen(queueButton, actions.canQueueProperty());
        queueButton.setTooltip(menu.tooltip(RunMenu.QUEUE));
        queueButton.setOnAction(event -> actions.queue());
        showWhen(compareButton, actions.canCompareProperty());
        compareButton.setTooltip(menu.tooltip(RunMenu.COMPARE));
        compareButton.setOnAction(event -> model.compare());
        showWhen(moreButton, run.isNotNull());
        moreButton.setTooltip(new Tooltip("What else can be done with the chosen run"));
        moreButton.getItems().setAll(menu.items());
    }

    private static void bind(Button button, Shortcut shortcut, ObservableBooleanValue possible) {
        showWhen(button, possible);
        button.setTooltip(shortcut.tooltip());
        button.setOnAction(event -> shortcut.action().run());
    }

    private void bindQuickstart() {
        startPanel.follow(model.start(), model.workspace().runs().toString());
        quickstartButton.setTooltip(quickstartKey.tooltip());
        quickstartButton.setOnAction(event -> model.startQuickstart());
        Reason.when(quickstartButton, model.quickstartRunningProperty(), "It goes on; its progress is above the runs");
        quickstartButton
                .textProperty()
                .bind(Bindings.when(model.quickstartRunningProperty())
                        .then("Quickstart is running")
                        .otherwise("Start quickstart"));
    }

    private void bindList() {
        RunList list = model.list();
        var noRuns = Bindings.isEmpty(list.items()).and(list.loadedProperty());
        var nothing = noRuns.and(Bindings.isEmpty(model.jobs().jobs()));
        showWhen(emptyState, nothing);
        showWhen(quickstartButton, nothing.not());
        showWhen(content, nothing.not());
        SplitMemory.connect(content, model.desk().settings(), "runs.listWidth", LIST_WIDTH);
        runList.follow(model);
        runList.setContextMenu(menu.contextMenu());
        filter.textProperty().bindBidirectional(list.filterProperty());
        order.getItems().setAll(RunOrder.values());
        order.valueProperty().bindBidirectional(list.orderProperty());
        runsShown
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> list.shown().size() == list.items().size()
                                ? String.valueOf(list.items().size())
                                : list.shown().size() + " of " + list.items().size(),
                        list.shown(),
                        list.items()));
    }

    private void bindRun() {
        RunViewModel run = model.run();
        showWhen(detail, run.runProperty().isNotNull());
        trouble.follow(run.troubleProperty());
        progressText.textProperty().bind(run.sentenceProperty());
        timeText.textProperty().bind(run.timeTextProperty());
        progress.progressProperty().bind(run.barProperty());
        for (MetricCard card : run.metrics().cards()) {
            Node node = new MetricCardView(card);
            HBox.setHgrow(node, Priority.ALWAYS);
            cards.getChildren().add(node);
        }
    }

    private void bindTabs() {
        LateTabs.of(tabs);
        curveCard.follow(model.run().curves());
        logPane.follow(model.run().logProperty());
        configView.follow(model.configs());
        onlyDifferences.selectedProperty().bindBidirectional(model.configs().onlyDifferencesProperty());
        var several = Bindings.isNotEmpty(model.others());
        showWhen(onlyDifferences, several);
        configTitle
                .textProperty()
                .bind(Bindings.when(several)
                        .then("Configurations of the selected runs")
                        .otherwise("Select more runs in the list (with Ctrl or Shift) to see where they differ"));
        table.follow(model);
    }

    private void showJobs() {
        // What trains one run is told by that run, and everything by the status bar.
        jobs.getChildren()
                .setAll(model.jobs().jobs().stream()
                        .filter(job -> MANY_RUNS.contains(job.arguments().get(0)))
                        .map(JobCard::new)
                        .toList());
        jobs.setVisible(!jobs.getChildren().isEmpty());
        jobs.setManaged(!jobs.getChildren().isEmpty());
    }

    private void showTab(int index) {
        tabs.getSelectionModel().select(index);
    }

    /** See {@link dev.fathom.ui.desk.Page#makeNext}. */
    boolean makeNext() {
        return unmade.makeNext();
    }

    /** The page's keys. */
    public List<Shortcut> shortcuts() {
        List<Shortcut> all = new ArrayList<>(List.of(quickstartKey, stopKey, resumeKey, resultKey));
        all.addAll(menu.shortcuts());
        all.add(Shortcut.of(GROUP, "Undo the last deletion", model.deletions()::undo, "Shortcut+Z"));
        all.add(Shortcut.of(GROUP, "Filter the runs", () -> filter.requestFocus(), "Shortcut+F"));
        List<String> names = List.of("Curves", "Log", "Configuration", "Table");
        for (int i = 0; i < names.size(); i++) {
            int tab = i;
            all.add(Shortcut.of(GROUP, names.get(i), () -> showTab(tab), "Alt+" + (i + 1)));
        }
        return all;
    }
}

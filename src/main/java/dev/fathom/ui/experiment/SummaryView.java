package dev.fathom.ui.experiment;

import dev.fathom.run.RunConfig;
import dev.fathom.ui.base.Gutter;
import dev.fathom.ui.base.Nodes;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.base.Reason;
import dev.fathom.ui.base.Shortcut;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the experiment amounts to, what is in its way, and the button that starts it. */
final class SummaryView {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ExperimentViewModel model;
    private final Consumer<Problem> show;
    private final Button start = new Button("Start training", new FontIcon("fth-play"));
    private final Label ready = Nodes.muted("");
    private final GridPane figures = new GridPane();
    private final Label rules = Nodes.muted("");
    private final VBox problems = new VBox(8);
    private int rows;

    /** @param show brings what a problem is about into view */
    SummaryView(ExperimentViewModel model, Consumer<Problem> show, Shortcut startKey) {
        this.model = model;
        this.show = show;
        start.setId("start");
        start.getStyleClass().add("accent");
        start.setMaxWidth(Double.MAX_VALUE);
        start.setTooltip(startKey.tooltip());
        start.setOnAction(event -> model.start());
        Reason.bind(start, model.blockedProperty());
        // A line in every state, so that nothing below moves when the state changes.
        ready.setId("start-blocked");
        ready.textProperty()
                .bind(Bindings.when(model.blockedProperty().isEmpty())
                        .then("Ready to start")
                        .otherwise(model.blockedProperty()));
        figures.getStyleClass().add("summary-figures");
    }

    List<Node> cards() {
        VBox go = SectionView.card("Start", start, ready);
        go.setMinHeight(Region.USE_PREF_SIZE);
        VBox estimate = SectionView.card("What it takes", figures, rules);
        estimate.setMinHeight(Region.USE_PREF_SIZE);
        VBox right = SectionView.card("Checks", problems);
        right.setMinHeight(Region.USE_PREF_SIZE);
        VBox below = new VBox(12, new ChainCard(model), right, estimate, new PaperCard(model));
        ScrollPane scroll = new ScrollPane(below);
        scroll.getStyleClass().addAll("edge-to-edge", "form-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Gutter.keep(scroll, below);
        VBox.setMargin(go, new Insets(0, Gutter.WIDTH, 0, 0));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        model.problemsProperty().addListener(change -> showProblems());
        model.factsProperty().addListener(change -> showFigures());
        model.editProperty().addListener(change -> showFigures());
        model.editProperty().addListener(change -> showStart());
        showProblems();
        showFigures();
        showStart();
        return List.of(go, scroll);
    }

    private void showStart() {
        int trainings = model.chain().links().size();
        start.setText(trainings == 1 ? "Start training" : "Start " + trainings + " trainings");
    }

    private void showFigures() {
        figures.getChildren().clear();
        rows = 0;
        RunConfig config = model.config();
        Facts facts = model.factsProperty().get();
        boolean chosen = model.draft().at("model.architecture") != null
                && facts.student().isThere();
        row("Student", chosen ? facts.student().value().name() : "not chosen");
        if (chosen) {
            row("Parameters", Numbers.count(facts.student().value().cost().parameters()));
            row("MACs", NetworkCard.macs(facts.student().value().cost().macs()));
        }
        if (config.distillation() != null) {
            row("Teacher", facts.teacher().isThere() ? facts.teacher().value().name() : "not chosen");
        }
        if (facts.data().isThere()) {
            DataFacts data = facts.data().value();
            row("Pictures", Numbers.count(data.train().size()) + " train, " + Numbers.count(data.val()) + " val");
        } else {
            row("Pictures", "no data yet");
        }
        int threads = config.training().threads();
        row("Device", "CPU, " + threads + (threads == 1 ? " thread" : " threads"));
        facts.estimate()
                .filter(estimate -> chosen)
                .ifPresentOrElse(
                        this::estimate,
                        () -> rules.setText(
                                "Time and memory are estimated as soon as a student and a data folder are chosen."));
    }

    private void estimate(Estimate estimate) {
        Facts facts = model.factsProperty().get();
        int trainings = model.chain().links().size();
        row("Steps", Numbers.count(estimate.steps()));
        row("Time", "about " + Numbers.duration(estimate.seconds()));
        if (trainings > 1) {
            row(
                    "All " + trainings,
                    facts.seconds(trainings)
                            .map(s -> "about " + Numbers.duration(s))
                            .orElse("not known"));
        }
        row("Memory", "about " + NetworkCard.bytes(facts.bytes()));
        rules.setText("Time: " + estimate.timeRule() + ". Memory: " + estimate.memoryRule() + ".");
    }

    private void row(String name, String value) {
        Label title = new Label(name);
        title.getStyleClass().add("text-muted");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(value);
        text.setMinWidth(0);
        figures.addRow(rows++, title, text);
    }

    private void showProblems() {
        List<Problem> all = model.problemsProperty().get().stream()
                .sorted(Comparator.comparing(problem -> !problem.serious()))
                .toList();
        problems.getChildren().setAll(all.stream().map(this::problem).toList());
        if (all.isEmpty()) {
            Label none = new Label("Nothing is in the way. The run is checked once more before it starts.");
            none.getStyleClass().add("text-muted");
            none.setWrapText(true);
            problems.getChildren().setAll(none);
        }
    }

    private Node problem(Problem problem) {
        Hyperlink place = new Hyperlink(problem.section().title()
                + FormWords.label(problem.path()).map(label -> "  ·  " + label).orElse(""));
        place.getStyleClass().add("problem-place");
        place.setOnAction(event -> show.accept(problem));
        Label text = new Label(problem.sentence());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("problem-text");
        VBox box = new VBox(place, text);
        if (problem.preset() != null) {
            Hyperlink load = new Hyperlink("Open " + problem.preset());
            load.getStyleClass().add("problem-remedy");
            load.setOnAction(event -> model.loadPreset(problem.preset()));
            box.getChildren().add(load);
        }
        box.getStyleClass().add("problem");
        box.pseudoClassStateChanged(WRONG, problem.wrong());
        return box;
    }
}

package dev.fathom.ui.experiment;

import dev.fathom.run.Chain;
import dev.fathom.run.RunConfig;
import dev.fathom.ui.base.Nodes;
import dev.fathom.ui.base.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is trained one after the other, and for how many epochs; no room where nothing has to be trained first. */
final class ChainCard extends VBox {
    private static final String EPOCHS = "training.epochs";

    private final ExperimentViewModel model;
    private final VBox steps = new VBox(8);
    private List<Chain.Link> shown = List.of();
    private Facts facts = Facts.NONE;

    ChainCard(ExperimentViewModel model) {
        this.model = model;
        setId("chain");
        getStyleClass().addAll("card", "form-card");
        setMinHeight(Region.USE_PREF_SIZE);
        Label title = new Label("One after the other");
        title.getStyleClass().add("card-title");
        getChildren()
                .setAll(
                        title,
                        Nodes.muted(
                                "Each starts when those that it builds on are finished, on the same data, with the same"
                                        + " seed and threads."),
                        steps);
        model.editProperty().addListener(change -> show());
        model.factsProperty().addListener(change -> show());
        show();
    }

    private void show() {
        Chain chain = model.chain();
        Facts news = model.factsProperty().get();
        setVisible(!chain.isSingle());
        setManaged(!chain.isSingle());
        // Whoever writes a number must not lose the field to news that are none.
        if (chain.isSingle()
                || chain.links().equals(shown)
                        && news.before().equals(facts.before())
                        && news.estimate().equals(facts.estimate())) {
            return;
        }
        shown = chain.links();
        facts = news;
        List<VBox> rows = new ArrayList<>();
        for (Chain.Link link : shown) {
            rows.add(step(rows.size() + 1, link));
        }
        steps.getChildren().setAll(rows);
    }

    private VBox step(int number, Chain.Link link) {
        RunConfig config = link.config();
        Label name = new Label(number + "  " + config.name());
        name.getStyleClass().add("problem-text");
        name.setTooltip(new Tooltip(config.name()));
        Optional<Estimate> estimate = link.preset() == null
                ? facts.estimate()
                : Optional.ofNullable(facts.before().get(link.preset()));
        Label network = Nodes.muted(config.model().architecture());
        network.setWrapText(false);
        network.setMinWidth(0);
        Nodes.mayShorten(network);
        Label time = Nodes.muted(
                estimate.map(e -> "about " + Numbers.duration(e.seconds())).orElse(""));
        time.setMinWidth(0);
        time.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(time, Priority.ALWAYS);
        Label unit = Nodes.muted("epochs");
        unit.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, time, epochs(link), unit);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, name, network, line);
    }

    private TextField epochs(Chain.Link link) {
        String now = String.valueOf(link.config().training().epochs());
        TextField field = new TextField(now);
        field.setId("epochs-" + (link.preset() == null ? "last" : link.preset()));
        field.getStyleClass().add("chain-epochs");
        field.setAccessibleText("Epochs of " + link.config().name());
        field.setTooltip(new Tooltip("Enter takes the number; nothing stands for the preset's own"));
        field.setOnAction(event -> take(link, field, now));
        field.focusedProperty().addListener((property, before, focused) -> {
            if (!focused && !field.getText().equals(now)) {
                take(link, field, now);
            }
        });
        return field;
    }

    private void take(Chain.Link link, TextField field, String before) {
        String text = field.getText().strip();
        if (!text.isEmpty() && !text.matches("[1-9]\\d{0,6}")) {
            field.setText(before);
            return;
        }
        Integer epochs = text.isEmpty() ? null : Integer.valueOf(text);
        if (link.preset() != null) {
            model.setEpochsBefore(link.preset(), epochs);
        } else if (epochs == null) {
            model.reset(EPOCHS);
        } else {
            model.set(EPOCHS, epochs);
        }
        model.seal();
    }
}

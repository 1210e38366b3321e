package dev.fathom.ui.experiment;

import dev.fathom.core.UserException;
import dev.fathom.run.SampleData;
import dev.fathom.ui.base.Numbers;
import dev.fathom.ui.desk.Destination;
import dev.fathom.ui.desk.PageId;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the chosen data folder holds, and the way to sample data. */
final class DataCard extends VBox {
    private final ExperimentViewModel model;
    private final FlowPane figures = new FlowPane();
    private final Label hint = new Label();
    private final Button look = new Button("Look at the data", new FontIcon("fth-eye"));

    DataCard(ExperimentViewModel model) {
        super(10);
        this.model = model;
        figures.getStyleClass().add("figures");
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        Button sample = new Button("Take the sample street scenes", new FontIcon("fth-package"));
        sample.setId("sample-data");
        sample.setTooltip(new Tooltip("Small synthetic pictures that come with Fathom"));
        sample.setOnAction(event -> takeSample());
        look.setTooltip(new Tooltip("Opens the folder on the page of data"));
        look.setOnAction(event -> model.desk()
                .navigation()
                .go(new Destination.DataFolder(Path.of(model.config().data().folder()))));
        getChildren().addAll(figures, hint, new HBox(8, sample, look));
        model.factsProperty().addListener(change -> show());
        show();
    }

    private void takeSample() {
        try {
            model.useData(SampleData.street());
        } catch (UserException e) {
            model.desk().notices().error(e);
        }
    }

    private void show() {
        Finding<DataFacts> data = model.factsProperty().get().data();
        figures.getChildren().clear();
        figures.setManaged(data.isThere());
        look.setVisible(data.isThere() && model.desk().navigation().has(PageId.DATA));
        if (!data.isThere()) {
            hint.setText(
                    data.reason() == null
                            ? "Choose a data folder, or begin with the pictures that come with Fathom."
                            : data.reason().sentence());
            return;
        }
        DataFacts facts = data.value();
        figures.getChildren()
                .setAll(
                        NetworkCard.figure(
                                "To train on", Numbers.count(facts.train().size()), "Pairs of the split train"),
                        NetworkCard.figure("To validate on", Numbers.count(facts.val()), "Pairs of the split val"),
                        NetworkCard.figure("Without depth", Numbers.count(facts.unlabeled()), "Unlabelled pictures"),
                        NetworkCard.figure("Left out", Numbers.count(facts.left()), "Files that cannot be used"));
        hint.setText("Read in the format " + facts.format() + ".");
    }
}

package dev.fathom.ui.experiment;

import dev.fathom.run.Formula;
import dev.fathom.run.Formulas;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The losses on depth and how their weights are found. */
final class LossCards {
    private final ExperimentViewModel model;

    LossCards(ExperimentViewModel model) {
        this.model = model;
    }

    List<Node> nodes() {
        VBox losses = SectionView.card("Losses on depth");
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setWrapText(true);
        error.setMinHeight(Region.USE_PREF_SIZE);
        model.problemsProperty().addListener(change -> ModelCards.showIn(error, model.problemOf("losses")));
        ModelCards.showIn(error, model.problemOf("losses"));
        losses.getChildren().add(error);
        VBox rows = new VBox();
        for (Formula formula : Formulas.LOSSES.all()) {
            rows.getChildren().add(new EntryRow(model, formula, model::losses, model::setLosses));
        }
        losses.getChildren().add(rows);
        FieldGrid grid = new FieldGrid();
        grid.add(SectionView.row(model, Field.at("reweighting").orElseThrow()));
        return List.of(losses, SectionView.card("Dynamic weights", grid));
    }
}

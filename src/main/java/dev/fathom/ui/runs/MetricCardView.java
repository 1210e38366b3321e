package dev.fathom.ui.runs;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A card with a number, its name over it and a remark under it. */
final class MetricCardView extends VBox {
    MetricCardView(MetricCard card) {
        getStyleClass().addAll("card", "metric-card");
        Label label = new Label(card.label());
        label.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        Label value = new Label();
        value.getStyleClass().add("metric-value");
        value.textProperty().bind(card.valueProperty());
        Label note = new Label();
        note.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        note.textProperty().bind(card.noteProperty());
        getChildren().addAll(label, value, note);
        // All cards get the same share of the row, whatever they hold.
        setPrefWidth(100);
        setMinWidth(0);
    }
}

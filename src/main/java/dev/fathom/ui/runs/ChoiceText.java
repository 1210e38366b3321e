package dev.fathom.ui.runs;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A title over a text that wraps at a fixed width. A button asks its graphic for a height without saying a width, for
 * which a text that wraps would answer as if it had none.
 */
final class ChoiceText extends VBox {
    private static final double GAP = 3;

    private final double wrapping;

    ChoiceText(double wrapping, String title, String description) {
        super(GAP);
        this.wrapping = wrapping;
        Label name = new Label(title);
        name.getStyleClass().add(Styles.TEXT_BOLD);
        Label what = new Label(description);
        what.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        what.setWrapText(true);
        getChildren().setAll(name, what);
        setPrefWidth(wrapping);
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(wrapping);
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computePrefHeight(wrapping);
    }
}

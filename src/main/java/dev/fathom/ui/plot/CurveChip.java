package dev.fathom.ui.plot;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Rectangle;

/** A legend entry that shows and hides its curve. */
public final class CurveChip extends ToggleButton {
    public CurveChip(Curve curve) {
        super(curve.name());
        // Terms have names such as structure_aware, in which the underscore is no mnemonic.
        setMnemonicParsing(false);
        getStyleClass().add("curve-chip");
        Rectangle line = new Rectangle(14, 4, Palette.colour(curve.colour()));
        line.setArcWidth(4);
        line.setArcHeight(4);
        setGraphic(line);
        selectedProperty().bindBidirectional(curve.visibleProperty());
        setTooltip(new Tooltip("Show or hide this curve"));
    }
}

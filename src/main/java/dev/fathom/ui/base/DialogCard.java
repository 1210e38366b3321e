package dev.fathom.ui.base;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The look that all dialogs share: a title, what it is about, buttons at the right. */
public class DialogCard extends VBox {
    private final HBox buttons = new HBox(10);

    /** @param content between title and buttons */
    public DialogCard(String id, String title, Node... content) {
        getStyleClass().add("dialog-card");
        setId(id);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label heading = new Label(title);
        heading.getStyleClass().addAll(Styles.TITLE_4, "dialog-title");
        heading.setWrapText(true);
        heading.setMinHeight(Region.USE_PREF_SIZE);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(heading);
        getChildren().addAll(content);
        getChildren().add(buttons);
    }

    /** Buttons from left to right. */
    public final void addButtons(Node... nodes) {
        buttons.getChildren().addAll(nodes);
    }

    /** Text that wraps and is never cut. */
    public static Label paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}

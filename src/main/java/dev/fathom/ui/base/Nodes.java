package dev.fathom.ui.base;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** Small things that every view does with nodes. */
public final class Nodes {
    private Nodes() {}

    /** A node that is there, and takes room, only while the condition holds. */
    public static void showWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /** A text of which a part will do where room is short; the pointer reads the whole, see {@link HoverHint}. */
    public static void mayShorten(Labeled text) {
        text.getStyleClass().add("may-shorten");
    }

    /** A small, pale text of as many lines as it needs. */
    public static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("text-muted", "small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Puts a text into a field unless it means the same, so that the caret stays where somebody types. */
    public static void put(TextField field, String text) {
        if (!field.getText().strip().equals(text)) {
            field.setText(text);
        }
    }
}

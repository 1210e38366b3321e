package dev.fathom.ui.base;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** A text in columns, to read and to copy. */
final class TextSheet extends DialogCard {
    TextSheet(String title, String text, Runnable close) {
        super("text-sheet", title, body(text));
        getStyleClass().add("text-sheet");
        Button copy = new Button("Copy", new FontIcon("fth-copy"));
        copy.setOnAction(event -> Copying.text(text));
        Button done = new Button("Close");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        addButtons(copy, done);
    }

    private static Label body(String text) {
        Label body = paragraph(text.stripTrailing());
        body.getStyleClass().add("number");
        return body;
    }
}

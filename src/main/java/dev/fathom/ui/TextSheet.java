package dev.fathom.ui;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A text in columns, to read and to copy. */
final class TextSheet extends VBox {
    TextSheet(String heading, String text, Runnable close) {
        getStyleClass().addAll("dialog-card", "text-sheet");
        setId("text-sheet");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label title = new Label(heading);
        title.getStyleClass().add(Styles.TITLE_4);
        Label body = new Label(text.stripTrailing());
        body.getStyleClass().add("number");
        body.setWrapText(true);
        body.setMinHeight(Region.USE_PREF_SIZE);
        Button copy = new Button("Copy", new FontIcon("fth-copy"));
        copy.setOnAction(event -> copy(text));
        Button done = new Button("Close");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        HBox buttons = new HBox(10, copy, done);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, body, buttons);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}

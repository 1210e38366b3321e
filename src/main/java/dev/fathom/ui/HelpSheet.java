package dev.fathom.ui;

import atlantafx.base.theme.Styles;
import dev.fathom.ui.base.DialogCard;
import dev.fathom.ui.desk.PageId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A page's help: the paragraphs of {@code assets/help/KEY.txt}, those that begin with {@code #} as headings. */
final class HelpSheet extends DialogCard {
    private static final double HEIGHT = 340;

    HelpSheet(PageId page, Runnable showKeys, Runnable close) {
        super("help-sheet", page.title(), body(text(page)));
        getStyleClass().add("help-sheet");
        Button keys = new Button("Keys");
        keys.setOnAction(event -> showKeys.run());
        Button done = new Button("Close");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        addButtons(keys, done);
    }

    private static ScrollPane body(String text) {
        VBox paragraphs = new VBox(10);
        paragraphs.getStyleClass().add("help-text");
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            boolean heading = paragraph.startsWith("#");
            Label label = DialogCard.paragraph(
                    (heading ? paragraph.substring(1) : paragraph).strip().replaceAll("\\s*\n(?!- )", " "));
            if (heading) {
                label.getStyleClass().addAll(Styles.TEXT_BOLD, "help-heading");
            }
            paragraphs.getChildren().add(label);
        }
        ScrollPane scroll = new ScrollPane(paragraphs);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(HEIGHT);
        return scroll;
    }

    private static String text(PageId page) {
        try (InputStream in = HelpSheet.class.getResourceAsStream("/assets/help/" + page.key() + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the help of " + page.title(), e);
        }
    }
}

package dev.fathom.ui.base;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** What happened, what to do about it, and behind a fold the details that somebody who helps will ask for. */
final class ErrorCard extends DialogCard {
    private static final int LINES = 14;

    ErrorCard(Notice notice, Runnable close) {
        super("error-card", notice.what());
        getStyleClass().add("error-card");
        if (!notice.remedy().isEmpty()) {
            getChildren().add(1, paragraph(notice.advice()));
        }
        if (!notice.command().isEmpty()) {
            getChildren().add(2, new CommandField(notice.command()));
        }
        TextArea text = new TextArea(notice.details());
        text.setEditable(false);
        text.setAccessibleText("Details of the error");
        text.setPrefRowCount(LINES);
        text.getStyleClass().addAll("number", Styles.SMALL);
        TitledPane fold = new TitledPane("Details", text);
        fold.setExpanded(false);
        fold.setAnimated(false);
        getChildren().add(getChildren().size() - 1, fold);
        Button copy = new Button("Copy", new FontIcon("fth-copy"));
        copy.setOnAction(event -> Copying.text(notice.what() + "\n" + notice.remedy() + "\n\n" + notice.details()));
        Button done = new Button("Close");
        done.setDefaultButton(true);
        done.setOnAction(event -> close.run());
        addButtons(copy, done);
    }
}

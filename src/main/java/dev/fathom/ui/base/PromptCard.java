package dev.fathom.ui.base;

import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A field with a button that can be pressed while the text can be taken; otherwise it says why not. */
final class PromptCard extends DialogCard {
    private final Prompt prompt;
    private final TextField field = new TextField();
    private final Label problem = paragraph("");
    private final Button action = new Button();

    PromptCard(Prompt prompt, Runnable close) {
        super("prompt", prompt.title());
        this.prompt = prompt;
        getStyleClass().add("question-card");
        Label label = paragraph(prompt.label());
        label.setLabelFor(field);
        field.setId("promptField");
        field.setText(prompt.initial());
        field.setAccessibleText(prompt.label());
        problem.getStyleClass().add("field-problem");
        getChildren().add(1, new VBox(8, label, field, problem));
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> close.run());
        action.setText(prompt.action());
        action.setDefaultButton(true);
        action.setOnAction(event -> {
            close.run();
            prompt.taken().accept(text());
        });
        addButtons(cancel, action);
        field.textProperty().addListener(change -> check());
        check();
        Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        });
    }

    private String text() {
        return field.getText().strip();
    }

    private void check() {
        String why = prompt.problem().apply(text());
        problem.setText(why);
        Reason.set(action, why);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !why.isEmpty());
    }
}

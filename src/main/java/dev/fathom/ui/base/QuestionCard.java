package dev.fathom.ui.base;

import atlantafx.base.theme.Styles;
import dev.fathom.ui.base.Question.Answer;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** A question with its answers as buttons. */
final class QuestionCard extends DialogCard {
    QuestionCard(Question question, Runnable close) {
        super("question", question.title(), paragraph(question.text()));
        getStyleClass().add("question-card");
        Button cancel = new Button("Cancel");
        cancel.setOnAction(event -> close.run());
        addButtons(cancel);
        for (Answer answer : question.answers()) {
            addButtons(button(answer, close));
        }
        Answer last = question.answers().get(question.answers().size() - 1);
        cancel.setDefaultButton(last.danger());
    }

    private static Button button(Answer answer, Runnable close) {
        Button button = new Button(answer.label());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setDefaultButton(!answer.danger());
        if (answer.danger()) {
            button.getStyleClass().add(Styles.DANGER);
        }
        button.setOnAction(event -> {
            close.run();
            answer.action().run();
        });
        return button;
    }
}

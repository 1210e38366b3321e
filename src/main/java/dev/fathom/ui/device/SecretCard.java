package dev.fathom.ui.device;

import dev.fathom.ui.base.DialogCard;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;

/** Asks for a password or passphrase, which is neither kept nor logged. */
final class SecretCard extends DialogCard {
    SecretCard(String question, CompletableFuture<Optional<char[]>> answer) {
        super("secret", question);
        getStyleClass().add("question-card");
        PasswordField field = new PasswordField();
        field.setId("secretField");
        field.setAccessibleText(question);
        getChildren().add(1, field);
        getChildren().add(2, paragraph("It is used once, and neither kept nor logged."));
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> answer.complete(Optional.empty()));
        Button connect = new Button("Connect");
        connect.setDefaultButton(true);
        connect.setOnAction(event -> {
            answer.complete(Optional.of(field.getText().toCharArray()));
            field.clear();
        });
        addButtons(cancel, connect);
        Platform.runLater(field::requestFocus);
    }
}

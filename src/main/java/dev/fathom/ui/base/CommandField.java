package dev.fathom.ui.base;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A command for the shell, to be selected or to be copied with one press. */
public final class CommandField extends HBox {
    /** Holds both texts of the button, so that nothing moves. */
    private static final double BUTTON_WIDTH = 100;

    public CommandField(String command) {
        super(8);
        getStyleClass().add("command-field");
        TextField field = new TextField(command);
        field.setEditable(false);
        field.getStyleClass().addAll("number", "command");
        field.setAccessibleText("Command " + command);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button copy = new Button("Copy", new FontIcon("fth-copy"));
        copy.getStyleClass().add("copy-command");
        copy.setAccessibleText("Copy the command");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setPrefWidth(BUTTON_WIDTH);
        copy.setMaxHeight(Double.MAX_VALUE);
        copy.setOnAction(event -> {
            Copying.text(command);
            copy.setText("Copied");
        });
        getChildren().addAll(field, copy);
    }
}

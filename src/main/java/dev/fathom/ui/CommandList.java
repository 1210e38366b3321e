package dev.fathom.ui;

import dev.fathom.ui.base.DialogCard;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Everything the window can do, found by typing parts of its name. */
final class CommandList extends DialogCard {
    private final List<Command> all;
    private final Runnable close;
    private final TextField search = new TextField();
    private final ListView<Command> found = new ListView<>();

    CommandList(List<Command> all, Runnable close) {
        super("command-list", "Commands");
        this.all = all;
        this.close = close;
        getStyleClass().add("command-list");
        search.setId("commandSearch");
        search.setPromptText("Type what you want to do");
        search.setAccessibleText("Type what you want to do");
        search.textProperty().addListener(change -> filter());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        found.setPlaceholder(new Label("Nothing is called so"));
        found.setCellFactory(view -> new CommandCell());
        found.setFocusTraversable(false);
        found.setOnMouseClicked(event -> runSelected());
        getChildren().setAll(search, found);
        filter();
        Platform.runLater(search::requestFocus);
    }

    private void filter() {
        found.getItems()
                .setAll(all.stream()
                        .filter(command -> command.fits(search.getText()))
                        .toList());
        found.getSelectionModel().selectFirst();
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int step = event.getCode() == KeyCode.DOWN ? 1 : -1;
            int last = found.getItems().size() - 1;
            int next = Math.max(0, Math.min(last, found.getSelectionModel().getSelectedIndex() + step));
            found.getSelectionModel().clearAndSelect(next);
            found.scrollTo(Math.max(0, next - 4));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            runSelected();
            event.consume();
        }
    }

    private void runSelected() {
        Command chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.run().run();
        }
    }

    /** Group, name and key. */
    private static final class CommandCell extends ListCell<Command> {
        private final Label group = new Label();
        private final Label label = new Label();
        private final Label key = new Label();
        private final HBox row;

        private CommandCell() {
            group.getStyleClass().add("command-group");
            key.getStyleClass().add("key");
            key.setMinWidth(USE_PREF_SIZE);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            row = new HBox(12, group, label, space, key);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty ? null : row);
            if (!empty) {
                group.setText(command.shortcut().group());
                label.setText(command.shortcut().label());
                key.setText(command.shortcut().shown());
                key.setVisible(!command.shortcut().shown().isEmpty());
            }
        }
    }
}

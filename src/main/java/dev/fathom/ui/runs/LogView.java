package dev.fathom.ui.runs;

import dev.fathom.ui.base.Copying;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A log that grows, line by line: its end is in view, except while somebody reads, that is while it has the focus.
 * Chosen lines can be copied.
 */
public final class LogView extends ListView<String> {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    public LogView() {
        getStyleClass().add("log");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copySelection();
                event.consume();
            }
        });
        heightProperty().addListener(change -> showEnd());
    }

    /** Shows these lines; those that were there already stay, with their selection. */
    void show(List<String> lines) {
        int before = getItems().size();
        if (lines.size() >= before && lines.subList(0, before).equals(getItems())) {
            getItems().addAll(lines.subList(before, lines.size()));
        } else {
            getItems().setAll(lines);
        }
        showEnd();
    }

    private void showEnd() {
        if (!isFocused() && !getItems().isEmpty()) {
            scrollTo(getItems().size() - 1);
        }
    }

    private void copySelection() {
        Copying.text(String.join("\n", getSelectionModel().getSelectedItems()));
    }
}

package dev.fathom.ui.compare;

import javafx.scene.control.ListCell;

/** The chosen run in a closed box, or the prompt, which the box itself shows only until something was chosen. */
final class RunButtonCell extends ListCell<RunChoice> {
    private final String prompt;

    RunButtonCell(String prompt) {
        this.prompt = prompt;
    }

    @Override
    protected void updateItem(RunChoice item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? prompt : item.toString());
    }
}

package dev.fathom.ui.runs;

import javafx.application.Platform;
import javafx.scene.control.TextArea;

/** A log that grows: its end is in view, except while somebody reads, that is while it has the focus. */
public final class LogArea extends TextArea {
    public LogArea() {
        setEditable(false);
        heightProperty().addListener(change -> showEnd());
    }

    /** Shows the text; what was there already stays as it is, with its selection. */
    void show(String text) {
        if (text.startsWith(getText())) {
            appendText(text.substring(getLength()));
        } else {
            setText(text);
        }
        showEnd();
    }

    private void showEnd() {
        // There is no end to scroll to before the text is laid out.
        Platform.runLater(() -> {
            if (!isFocused()) {
                setScrollTop(Double.MAX_VALUE);
            }
        });
    }
}

package dev.fathom.ui;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * Lies over the whole window and shows one card at a time. Esc and a click beside the card close it; the keys of what
 * lies below are not heard meanwhile.
 */
public final class ModalLayer extends StackPane {
    private Node focusBefore;

    public ModalLayer() {
        getStyleClass().add("modal-layer");
        setVisible(false);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** True while a card is shown. */
    boolean isOpen() {
        return isVisible();
    }

    void open(Node card) {
        if (!isOpen()) {
            focusBefore = getScene().getFocusOwner();
        }
        getChildren().setAll(card);
        setVisible(true);
        card.setFocusTraversable(true);
        card.requestFocus();
    }

    void close() {
        setVisible(false);
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}

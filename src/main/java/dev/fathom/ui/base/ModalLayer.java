package dev.fathom.ui.base;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * Lies over the whole window and shows one card at a time. Esc and a click beside the card close it; the keys of what
 * lies below are not heard meanwhile.
 */
public final class ModalLayer extends StackPane implements Dialogs {
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
    public boolean isOpen() {
        return isVisible();
    }

    /** True while a card of this kind is shown. */
    public boolean shows(Class<? extends Node> kind) {
        return isOpen() && kind.isInstance(getChildren().get(0));
    }

    @Override
    public void prompt(Prompt prompt) {
        show(new PromptCard(prompt, this::close));
    }

    @Override
    public void text(String title, String text) {
        show(new TextSheet(title, text, this::close));
    }

    @Override
    public void details(Notice notice) {
        show(new ErrorCard(notice, this::close));
    }

    @Override
    public void show(Node card) {
        if (!isOpen()) {
            focusBefore = getScene().getFocusOwner();
        }
        getChildren().setAll(card);
        setVisible(true);
        card.setFocusTraversable(true);
        card.requestFocus();
    }

    @Override
    public void close() {
        setVisible(false);
        getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}

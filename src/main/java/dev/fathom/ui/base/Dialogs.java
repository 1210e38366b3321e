package dev.fathom.ui.base;

import javafx.scene.Node;

/** Questions over the window, one at a time; Esc closes them. View models ask through this and stay free of nodes. */
public interface Dialogs {
    /** Asks for a line of text. */
    void prompt(Prompt prompt);

    /** Shows text in columns, to read and to copy. */
    void text(String title, String text);

    /** Shows what went wrong with its details. */
    void details(Notice notice);

    /** Shows a card of a page's own; style class {@code dialog-card} makes it look like the others. */
    void show(Node card);

    /** Closes what is shown. */
    void close();
}

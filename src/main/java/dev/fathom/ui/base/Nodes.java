package dev.fathom.ui.base;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Small things that every view does with nodes. */
public final class Nodes {
    private Nodes() {}

    /** A node that is there, and takes room, only while the condition holds. */
    public static void showWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}

package dev.fathom.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Pane;

/**
 * Styles a page that was not shown yet, out of sight and a few of its pieces at a time. The first time that a kind of
 * control is styled its skin is loaded and made; for a whole page at once that would hold the window up for longer than
 * a user should notice.
 */
final class Rehearsal {
    /** Less than a pulse: a piece that takes long still leaves the window in time. */
    private static final long BUDGET_NANOS = 12_000_000L;

    private final Parent page;
    private final Pane stage;
    private final Pane booth = new Pane();
    private final Deque<Node> pieces = new ArrayDeque<>();

    /** @param stage where pages are shown */
    Rehearsal(Parent page, Pane stage) {
        this.page = page;
        this.stage = stage;
        booth.setVisible(false);
        booth.setManaged(false);
        collect(page);
    }

    private void collect(Node node) {
        List<? extends Node> parts = parts(node);
        if (!parts.isEmpty()) {
            parts.forEach(this::collect);
        } else if (node instanceof Control && node.getParent() instanceof Pane) {
            pieces.add(node);
        }
    }

    private static List<? extends Node> parts(Node node) {
        if (node instanceof ScrollPane scroll) {
            return scroll.getContent() == null ? List.of() : List.of(scroll.getContent());
        }
        if (node instanceof SplitPane split) {
            return split.getItems();
        }
        if (node instanceof TabPane tabs) {
            return tabs.getTabs().stream().map(Tab::getContent).toList();
        }
        return node instanceof Pane pane ? pane.getChildren() : List.of();
    }

    /** Goes on for a moment. @return whether the page is styled */
    boolean goOn() {
        if (page.getScene() != null) {
            // The user was faster.
            return true;
        }
        if (pieces.isEmpty()) {
            style(page, node -> node.resize(stage.getWidth(), stage.getHeight()));
            return true;
        }
        long end = System.nanoTime() + BUDGET_NANOS;
        while (!pieces.isEmpty() && System.nanoTime() < end) {
            styleAlone(pieces.remove());
        }
        return false;
    }

    /** Takes a piece out of its place for this moment, if it still has one. */
    private void styleAlone(Node piece) {
        // A page that gets its content meanwhile may have put others in its place.
        if (piece.getParent() instanceof Pane place) {
            int at = place.getChildren().indexOf(piece);
            place.getChildren().remove(at);
            // In the size that it wants: a ComboBox that was wide once wants to stay so.
            style(piece, Node::autosize);
            place.getChildren().add(at, piece);
        }
    }

    private void style(Node node, Consumer<Node> size) {
        booth.getChildren().add(node);
        stage.getChildren().add(0, booth);
        node.applyCss();
        size.accept(node);
        if (node instanceof Parent parent) {
            parent.layout();
        }
        stage.getChildren().remove(booth);
        booth.getChildren().clear();
    }
}

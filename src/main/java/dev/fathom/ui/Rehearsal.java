package dev.fathom.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;

/**
 * Styles a page that was not shown yet, out of sight and a few of its pieces at a time. The first time that a kind of
 * control is styled its skin is loaded and made, and what the style sheets say of it there is looked up; for a whole page
 * at once that would hold the window up for longer than a user should notice.
 */
final class Rehearsal {
    /** Less than a pulse: a piece that takes long still leaves the window in time. */
    private static final long BUDGET_NANOS = 12_000_000L;

    private final Parent page;
    private final Pane stage;
    private final Pane booth = new Pane();
    private final Set<Node> pieces = new HashSet<>();
    private final Set<Pane> places = new HashSet<>();
    private final Deque<Piece> left = new ArrayDeque<>();
    private boolean begun;

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
        } else if (node instanceof Control control
                && node.getParent() instanceof Pane place
                && !(place instanceof BorderPane)) {
            pieces.add(control);
            places.add(place);
            left.add(new Piece(place, control));
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
        if (left.isEmpty()) {
            enter();
            page.applyCss();
            page.resize(stage.getWidth(), stage.getHeight());
            page.layout();
            leave();
            return true;
        }
        Map<Pane, List<Node>> whole = new LinkedHashMap<>();
        places.forEach(place -> whole.put(place, List.copyOf(place.getChildren())));
        places.forEach(place -> place.getChildren().removeAll(pieces));
        enter();
        try {
            styleSome(whole);
        } finally {
            leave();
            whole.forEach((place, children) -> place.getChildren().setAll(children));
        }
        return false;
    }

    /** @param whole what stood in each place: a page that got its content meanwhile has others there */
    private void styleSome(Map<Pane, List<Node>> whole) {
        page.applyCss();
        long end = System.nanoTime() + BUDGET_NANOS;
        while (begun && !left.isEmpty() && System.nanoTime() < end) {
            Piece piece = left.remove();
            if (whole.get(piece.place).contains(piece.control)) {
                piece.style();
            }
        }
        begun = true;
    }

    private record Piece(Pane place, Control control) {
        /** Among what is around it, without the other pieces. */
        void style() {
            place.getChildren().add(control);
            control.applyCss();
            // In the size that it wants: a ComboBox that was wide once wants to stay so.
            control.autosize();
            control.layout();
        }
    }

    private void enter() {
        booth.getChildren().add(page);
        // Behind the others in the list: those after it would be painted again.
        stage.getChildren().add(booth);
    }

    private void leave() {
        stage.getChildren().remove(booth);
        booth.getChildren().clear();
    }
}

package dev.fathom.ui.look;

import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** Texts that end in dots, have no room at all and cannot be read in a tooltip, or reach out of the window. */
final class CutText {
    private CutText() {}

    static List<String> faults(List<Seen> seen) {
        return seen.stream()
                .filter(one -> one.node() instanceof Labeled labeled
                        && (isCut(labeled) && !hasWhole(labeled) || leavesWindow(labeled)))
                .map(one -> "cut text of " + one.name() + ": \"" + shown((Labeled) one.node()) + '"')
                .toList();
    }

    private static boolean isCut(Labeled labeled) {
        String whole = labeled.getText();
        String shown = shown(labeled);
        return whole != null
                && !whole.isEmpty()
                && shown != null
                && !shown.equals(whole)
                && !whole.replace("_", "").equals(shown.replace("_", ""));
    }

    /** What can be scrolled to, or lies in a picture that is moved, has a clip above it. */
    private static boolean leavesWindow(Labeled labeled) {
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (node.getClip() != null) {
                return false;
            }
        }
        Bounds whole = labeled.localToScene(labeled.getLayoutBounds());
        Scene scene = labeled.getScene();
        return whole.getMinX() < -1
                || whole.getMinY() < -1
                || whole.getMaxX() > scene.getWidth() + 1
                || whole.getMaxY() > scene.getHeight() + 1;
    }

    /** What the skin draws; null if it draws no text. */
    private static String shown(Labeled labeled) {
        Set<Node> texts = labeled.lookupAll(".text");
        return texts.stream()
                .filter(node -> node.getParent() == labeled && node.isVisible() && node instanceof Text)
                .map(node -> ((Text) node).getText())
                .findFirst()
                .orElse(null);
    }

    /** A cell, and what is said to need no more, show the whole under the pointer; so does what has a tooltip with all of it. */
    private static boolean hasWhole(Labeled labeled) {
        for (Node node = labeled; node != null; node = node.getParent()) {
            if (node instanceof IndexedCell<?> || node.getStyleClass().contains("may-shorten")) {
                return true;
            }
            Tooltip tooltip = node instanceof Control control ? control.getTooltip() : null;
            if (tooltip != null && tooltip.getText().contains(labeled.getText())) {
                return true;
            }
        }
        return false;
    }
}

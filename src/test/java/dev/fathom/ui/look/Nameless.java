package dev.fathom.ui.look;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;

/** Controls that the keyboard reaches and a screen reader cannot name, and icons and buttons of a page's head without a tooltip. */
final class Nameless {
    private Nameless() {}

    static List<String> faults(List<Seen> seen) {
        List<Node> labelled = seen.stream()
                .filter(one -> one.node() instanceof Label label && label.getLabelFor() != null)
                .map(one -> ((Label) one.node()).getLabelFor())
                .toList();
        return Stream.concat(
                        seen.stream()
                                .filter(one -> isReached(one.node())
                                        && !isNamed((Control) one.node())
                                        && !labelled.contains(one.node()))
                                .map(one -> "no accessible text: " + one.name()),
                        seen.stream()
                                .filter(one -> one.node() instanceof ButtonBase button
                                        && isReached(button)
                                        && (isInHeader(button)
                                                || isEmpty(button.getText())
                                                        && button.lookupAll(".label")
                                                                .isEmpty())
                                        && button.getTooltip() == null)
                                .map(one -> "a button without a tooltip: " + one.name()))
                .toList();
    }

    private static boolean isReached(Node node) {
        boolean partOfAnother = false;
        for (Node n = node.getParent(); n != null; n = n.getParent()) {
            partOfAnother |= n instanceof ComboBoxBase<?> || n instanceof Spinner<?>;
        }
        return node instanceof Control
                && node.isFocusTraversable()
                && !partOfAnother
                && !(node instanceof ScrollPane)
                && !(node instanceof TabPane);
    }

    private static boolean isInHeader(Node node) {
        Node parent = node.getParent();
        return parent != null && (parent.getStyleClass().contains("page-header") || isInHeader(parent));
    }

    private static boolean isNamed(Control control) {
        return !isEmpty(control.getAccessibleText())
                || control instanceof Labeled labeled && !isEmpty(labeled.getText());
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isBlank();
    }
}

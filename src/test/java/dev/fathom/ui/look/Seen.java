package dev.fathom.ui.look;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/**
 * A node of which something can be seen, with the part of the scene in which it is.
 *
 * @param area in scene coordinates, cut by the edges of scroll panes and of the window
 */
record Seen(Node node, Bounds area) {
    /** Everything below a root that can be seen and is not covered by a card over the window. */
    static List<Seen> in(Parent root) {
        List<Seen> all = new ArrayList<>();
        Node modal = root.lookup(".modal-layer");
        Parent top = modal != null && modal.isVisible() ? (Parent) modal : root;
        collect(
                top,
                new BoundingBox(
                        0, 0, root.getScene().getWidth(), root.getScene().getHeight()),
                all);
        return all;
    }

    private static void collect(Node node, Bounds window, List<Seen> all) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Bounds inside = window;
        if (node.getClip() != null) {
            inside = cut(window, node.localToScene(node.getClip().getBoundsInParent()));
        }
        Bounds area = cut(inside, node.localToScene(node.getLayoutBounds()));
        if (area.getWidth() >= 1 && area.getHeight() >= 1) {
            all.add(new Seen(node, area));
        }
        if (node instanceof Parent parent && inside.getWidth() >= 1 && inside.getHeight() >= 1) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                collect(child, inside, all);
            }
        }
    }

    private static Bounds cut(Bounds a, Bounds b) {
        double left = Math.max(a.getMinX(), b.getMinX());
        double top = Math.max(a.getMinY(), b.getMinY());
        double width = Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - left);
        double height = Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - top);
        return new BoundingBox(left, top, width, height);
    }

    /** The node with its nearest named parent, for people. */
    String name() {
        String text = node instanceof Labeled labeled ? " \"" + labeled.getText() + "\"" : "";
        String own = node.getId() == null ? "" : "#" + node.getId();
        Node parent = node.getParent();
        while (parent != null
                && parent.getId() == null
                && parent.getStyleClass().isEmpty()) {
            parent = parent.getParent();
        }
        String place =
                parent == null ? "" : " in " + (parent.getId() == null ? parent.getStyleClass() : "#" + parent.getId());
        return node.getClass().getSimpleName() + own + node.getStyleClass() + text + place;
    }
}
